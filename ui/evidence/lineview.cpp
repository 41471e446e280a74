#include "ui/evidence/lineview.h"

#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui::evidence {

namespace {
constexpr int kGlyph = 10;
constexpr int kSide = 6;
} // namespace

LineView::LineView(QWidget *parent) : TextView(parent), m_gutter(new QWidget(this))
{
    m_gutter->installEventFilter(this);
    m_gutter->setAttribute(Qt::WA_NoSystemBackground);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &LineView::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        dy != 0 ? m_gutter->scroll(0, dy) : m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    placeGutter();
}

void LineView::setNumbers(std::vector<int> numbers)
{
    m_numbers = std::move(numbers);
    placeGutter();
}

void LineView::setMarkedLines(std::vector<int> lines, State state)
{
    m_marked = std::move(lines);
    m_state = state;
    showTints();
}

void LineView::setFolds(std::map<int, Fold> folds)
{
    m_folds = std::move(folds);
    m_gutter->update();
}

void LineView::setTheme(const Theme &theme)
{
    m_theme = theme;
    showTints();
}

int LineView::firstShownLine() const { return firstVisibleBlock().blockNumber(); }

void LineView::scrollToLine(int line)
{
    verticalScrollBar()->setValue(line); // without wrapping a line is a step
}

void LineView::showTints()
{
    tint(m_marked, m_theme.tone(m_state).background);
    m_gutter->update();
}

int LineView::numberOf(int line) const
{
    if (m_numbers.empty())
        return line + 1;
    return static_cast<size_t>(line) < m_numbers.size() ? m_numbers[static_cast<size_t>(line)] : 0;
}

void LineView::placeGutter()
{
    const int largest = m_numbers.empty() ? blockCount() : *std::max_element(m_numbers.begin(), m_numbers.end());
    const int digits = std::max<int>(2, static_cast<int>(QString::number(largest).size()));
    const int width = kSide + kGlyph + 4 + fontMetrics().horizontalAdvance(u'9') * digits + kSide;
    setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    // Up to the text, whatever the style sheet has put between them.
    m_gutter->setGeometry(area.x(), viewport()->y(), viewport()->x() - area.x(), viewport()->height());
    m_gutter->update();
}

void LineView::resizeEvent(QResizeEvent *event)
{
    TextView::resizeEvent(event);
    placeGutter();
}

bool LineView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_gutter)
        return TextView::eventFilter(watched, event);
    if (event->type() == QEvent::Paint)
        paintGutter();
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *click = static_cast<QMouseEvent *>(event);
        const int line = cursorForPosition(QPoint(0, static_cast<int>(click->position().y()))).blockNumber();
        if (m_folds.contains(line))
            Q_EMIT foldActivated(line);
    }
    return event->type() == QEvent::Paint;
}

void LineView::mouseReleaseEvent(QMouseEvent *event)
{
    TextView::mouseReleaseEvent(event);
    const int line = cursorForPosition(event->position().toPoint()).blockNumber();
    const auto fold = m_folds.find(line);
    if (fold != m_folds.end() && fold->second == Fold::Closed && !textCursor().hasSelection())
        Q_EMIT foldActivated(line);
}

void LineView::keyPressEvent(QKeyEvent *event)
{
    const int line = textCursor().blockNumber();
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && m_folds.contains(line)) {
        Q_EMIT foldActivated(line);
        return;
    }
    TextView::keyPressEvent(event);
}

void LineView::paintGutter()
{
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const int right = m_gutter->width() - kSide;
    const int shift = viewport()->y() - m_gutter->y();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        QRectF area = blockBoundingGeometry(block).translated(contentOffset()).translated(0, shift);
        if (block.layout()->lineCount() > 0)
            area.setHeight(block.layout()->lineAt(0).height()); // the last block has a margin below
        if (area.top() > m_gutter->height())
            break;
        const int line = block.blockNumber();
        const bool isMarked = std::find(m_marked.begin(), m_marked.end(), line) != m_marked.end();
        const Tone &tone = m_theme.tone(m_state);
        if (isMarked)
            painter.fillRect(QRectF(0, area.top(), m_gutter->width(), area.height()), tone.background);
        painter.setPen(isMarked ? tone.foreground : m_theme.dimText);
        if (const int number = numberOf(line); number > 0) {
            painter.drawText(QRectF(0, area.top(), right, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(number));
        }
        const QRectF sign(kSide - 2, area.center().y() - kGlyph / 2.0, kGlyph, kGlyph);
        if (isMarked) {
            painter.setPen(QPen(tone.foreground, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(glyphPath(lookOf(m_state).glyph, sign.adjusted(1, 1, -1, -1)));
        } else if (const auto fold = m_folds.find(line); fold != m_folds.end()) {
            painter.drawText(sign.adjusted(-2, -2, 2, 2), Qt::AlignCenter,
                             fold->second == Fold::Closed ? u"▸"_s : u"▾"_s);
        }
    }
}

} // namespace faultline::ui::evidence
