#include "ui/common/commandrow.h"

#include "ui/common/codeblock.h"
#include "ui/common/copybutton.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui {

CommandRow::CommandRow(QWidget *parent) : QFrame(parent), m_code(new CodeBlock(this)), m_copy(new CopyButton(this))
{
    setProperty("role", u"code"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(10, 6, 4, 6);
    line->setSpacing(4);
    line->addWidget(m_code, 1, Qt::AlignVCenter);
    line->addWidget(m_copy, 0, Qt::AlignTop);
}

void CommandRow::setCommand(const QString &command)
{
    m_code->setCode(command);
    m_code->setAccessibleName(command);
    m_copy->setCopyText(command);
    m_copy->setSubject(command.left(60));
}

QString CommandRow::command() const { return m_code->toPlainText(); }

void CommandRow::setTheme(const Theme &theme) { m_code->setTheme(theme); }

} // namespace faultline::ui
