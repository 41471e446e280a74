#include "ui/evidence/textview.h"

#include "ui/common/theme.h"

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

TextView::TextView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(codeFont());
    setTabChangesFocus(true);
    setProperty("role", u"code"_s);
}

void TextView::setText(const QString &text)
{
    if (text != toPlainText())
        setPlainText(text);
}

} // namespace faultline::ui::evidence
