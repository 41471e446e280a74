#include "ui/evidence/textview.h"

#include "ui/common/theme.h"

#include <QtGui/QTextBlock>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

TextView::TextView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(codeFont());
    setTabChangesFocus(true);
    setProperty("role", u"code"_s);
    setStyleSheet(u"QAbstractScrollArea::corner { background: transparent; border: none; }"_s);
}

void TextView::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    m_tints.clear();
    m_marks.clear();
    setPlainText(text);
}

void TextView::mark(const std::vector<int> &places, int length)
{
    m_marks.clear();
    for (const int place : places) {
        QTextEdit::ExtraSelection mark;
        QColor ground = palette().color(QPalette::Highlight);
        ground.setAlphaF(0.28F);
        mark.format.setBackground(ground);
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(place);
        mark.cursor.setPosition(place + length, QTextCursor::KeepAnchor);
        m_marks.append(mark);
    }
    showSelections();
}

void TextView::showPlace(int place, int length)
{
    QTextCursor cursor(document());
    cursor.setPosition(place);
    cursor.setPosition(place + length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void TextView::tint(const std::vector<int> &lines, const QColor &ground)
{
    m_tints.clear();
    for (const int line : lines) {
        const QTextBlock block = document()->findBlockByNumber(line);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection tint;
        tint.format.setBackground(ground);
        tint.format.setProperty(QTextFormat::FullWidthSelection, true);
        tint.cursor = QTextCursor(block);
        m_tints.append(tint);
    }
    showSelections();
}

void TextView::showLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
}

void TextView::showSelections() { setExtraSelections(m_tints + m_marks); }

} // namespace faultline::ui::evidence
