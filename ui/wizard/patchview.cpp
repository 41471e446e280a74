#include "ui/wizard/patchview.h"

#include "ui/common/codeblock.h"
#include "ui/common/copybutton.h"

#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace faultline::ui::wizard {

PatchView::PatchView(const QString &patch, QWidget *parent)
    : QFrame(parent), m_code(new CodeBlock(this)), m_copy(new CopyButton(this))
{
    setProperty("role", u"code"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(10, 6, 8, 6);
    lines->addWidget(m_code);
    m_code->setCode(patch);
    m_code->setAccessibleName(patch);
    m_copy->setCopyText(patch);
    m_copy->setSubject(tr("the change"));
}

void PatchView::setTheme(const Theme &theme) { m_code->setTheme(theme); }

void PatchView::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_copy->resize(m_copy->sizeHint());
    m_copy->move(width() - m_copy->width() - 4, 4);
    m_copy->raise();
}

} // namespace faultline::ui::wizard
