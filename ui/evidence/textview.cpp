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

void TextView::mark(const std::vector<int> &places, int length)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int place : places) {
        QTextEdit::ExtraSelection mark;
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(0.28F);
        mark.format.setBackground(ground);
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(place);
        mark.cursor.setPosition(place + length, QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void TextView::showPlace(int place, int length)
{
    QTextCursor cursor(document());
    cursor.setPosition(place);
    cursor.setPosition(place + length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

} // namespace faultline::ui::evidence
