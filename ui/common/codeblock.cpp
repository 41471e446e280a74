#include "ui/common/codeblock.h"

#include <QtGui/QTextBlock>
#include <QtGui/QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;

namespace faultline::ui {

CodeBlock::CodeBlock(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::ClickFocus);
    setAcceptRichText(false);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    document()->setDefaultFont(codeFont());
    setFont(codeFont());
    // The frame around it draws border and ground.
    setStyleSheet(u"QTextEdit { background: transparent; border: none; padding: 0; font-size: 12px; }"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CodeBlock::setCode(const QString &text)
{
    setPlainText(text);
    colourDiff();
    updateGeometry();
}

void CodeBlock::setTheme(const Theme &theme)
{
    m_theme = theme;
    colourDiff();
}

int CodeBlock::heightForWidth(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width);
    return static_cast<int>(copy->size().height()) + 1;
}

QSize CodeBlock::sizeHint() const { return {240, heightForWidth(240)}; }

QSize CodeBlock::minimumSizeHint() const { return {40, fontMetrics().height()}; }

// The card scrolls, not the block.
void CodeBlock::wheelEvent(QWheelEvent *event) { event->ignore(); }

void CodeBlock::colourDiff()
{
    const QString text = toPlainText();
    const bool isDiff = text.startsWith(u'+') || text.contains(u"\n+"_s);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCharFormat format;
        const QChar first = block.text().isEmpty() ? QChar() : block.text().front();
        if (isDiff && (first == u'+' || first == u'-'))
            format.setForeground(first == u'+' ? m_theme.fine.foreground : m_theme.fault.foreground);
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setCharFormat(format);
    }
}

} // namespace faultline::ui
