#include "ui/wizard/patchview.h"

#include "ui/common/codeblock.h"
#include "ui/common/copybutton.h"
#include "ui/wizard/patchfold.h"

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
    const QString folded = foldedPatch(patch);
    m_code->setCode(folded);
    m_code->setAccessibleName(patch);
    if (folded != patch) // what could be picked out of it would be no patch
        m_code->setTextInteractionFlags(Qt::NoTextInteraction);
    m_copy->setCopyText(patch);
    m_copy->setSubject(tr("the change"));
    m_copy->setToolTip(tr("Copies the whole change as YAML"));
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
