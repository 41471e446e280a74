#include "ui/workloads/workloaddelegate.h"

#include "ui/common/badge.h"
#include "ui/workloads/workloadmodel.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace faultline::ui::workloads {

namespace {
constexpr int kRowHeight = 46;
constexpr int kMark = 22;
constexpr int kTextLeft = 42;
} // namespace

void WorkloadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const QRect box = option.rect;
    const auto state = static_cast<State>(index.data(WorkloadModel::StateRole).toInt());
    paintBadge(*painter, QRectF(box.x() + 10, box.y() + (box.height() - kMark) / 2.0, kMark, kMark), state, m_theme);
    const QRect text = box.adjusted(kTextLeft, 6, -10, -5);
    paintFirstLine(*painter, QRect(text.x(), text.y(), text.width(), text.height() / 2), index);
    painter->setFont(smallFont());
    painter->setPen(m_theme.dimText);
    painter->drawText(QRect(text.x(), text.center().y() + 1, text.width(), text.height() / 2),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(WorkloadModel::ReasonRole).toString(),
                                                        Qt::ElideRight, text.width()));
    painter->restore();
}

void WorkloadDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!selected && !hovered)
        return;
    painter.setPen(selected ? QPen(m_theme.path.foreground, 1) : QPen(Qt::NoPen));
    painter.setBrush(selected ? m_theme.path.background : m_theme.code);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), measure::corner, measure::corner);
}

void WorkloadDelegate::paintFirstLine(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString place = index.data(WorkloadModel::PlaceRole).toString();
    const int nameRoom = place.isEmpty() ? line.width() : line.width() * 2 / 3;
    painter.setFont(boldFont());
    painter.setPen(m_theme.text);
    const QString shown = painter.fontMetrics().elidedText(name, Qt::ElideRight, nameRoom);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    const int used = painter.fontMetrics().horizontalAdvance(shown) + 8;
    painter.setFont(smallFont());
    painter.setPen(m_theme.dimText);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(place, Qt::ElideRight, line.width() - used));
}

QSize WorkloadDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {measure::list - 2 * measure::grid, scaled(kRowHeight)};
}

} // namespace faultline::ui::workloads
