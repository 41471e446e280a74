#include "ui/common/flowlayout.h"

#include <algorithm>

namespace faultline::ui {

FlowLayout::FlowLayout(int gap, QWidget *parent) : QLayout(parent), m_gap(gap) { setContentsMargins(0, 0, 0, 0); }

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item) { m_items.emplace_back(item); }

int FlowLayout::count() const { return static_cast<int>(m_items.size()); }

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index < 0 || index >= count() ? nullptr : m_items[static_cast<size_t>(index)].get();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (itemAt(index) == nullptr)
        return nullptr;
    const auto it = m_items.begin() + index;
    QLayoutItem *item = it->release();
    m_items.erase(it);
    return item;
}

std::pair<std::vector<QRect>, int> FlowLayout::arrange(int width) const
{
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (const auto &item : m_items) {
        const QSize size = item->isEmpty() ? QSize(0, 0) : item->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += lineHeight + m_gap;
            lineHeight = 0;
        }
        places.emplace_back(QPoint(x, y), size);
        x += size.isEmpty() ? 0 : size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return {places, y + lineHeight};
}

int FlowLayout::heightForWidth(int width) const { return arrange(width).second; }

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const auto places = arrange(rect.width()).first;
    for (size_t i = 0; i < places.size(); ++i)
        m_items[i]->setGeometry(places[i].translated(rect.topLeft()));
}

QSize FlowLayout::sizeHint() const { return minimumSize(); }

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

} // namespace faultline::ui
