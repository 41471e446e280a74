#include "ui/common/waitlist.h"

#include "ui/common/badge.h"

#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {
constexpr int kColumns = 2;
constexpr int kColumnWidth = 288;
constexpr int kRowHeight = 24;
constexpr int kMark = 14;
} // namespace

WaitList::WaitList(QWidget *parent) : QWidget(parent) {}

void WaitList::setLines(const std::vector<WaitLine> &lines)
{
    if (m_lines == lines)
        return;
    m_lines = lines;
    QStringList spoken;
    for (const WaitLine &line : lines)
        spoken += line.what + u' ' + line.count;
    setAccessibleDescription(spoken.join(u", "_s));
    updateGeometry();
    update();
}

void WaitList::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

QSize WaitList::sizeHint() const
{
    const int count = static_cast<int>(m_lines.size());
    const int columns = std::clamp(count, 1, kColumns);
    return {columns * kColumnWidth, (count + kColumns - 1) / kColumns * kRowHeight};
}

QRect WaitList::cell(int index) const
{
    const int rows = (static_cast<int>(m_lines.size()) + kColumns - 1) / kColumns;
    return {index / rows * kColumnWidth, index % rows * kRowHeight, kColumnWidth, kRowHeight};
}

void WaitList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(textFont());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const WaitLine &line = m_lines[i];
        const QRect box = cell(static_cast<int>(i));
        paintBadge(painter, QRectF(box.x(), box.y() + (kRowHeight - kMark) / 2.0, kMark, kMark), line.state, m_theme);
        const QRect text = box.adjusted(kMark + 8, 0, -16, 0);
        painter.setPen(m_theme.dimText);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, line.count);
        const int countWidth = painter.fontMetrics().horizontalAdvance(line.count);
        painter.setPen(m_theme.text);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(line.what, Qt::ElideMiddle, text.width() - countWidth - 8));
    }
}

} // namespace faultline::ui
