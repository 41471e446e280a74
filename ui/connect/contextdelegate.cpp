#include "ui/connect/contextdelegate.h"

#include "ui/connect/contextmodel.h"

#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace faultline::ui::connect {

namespace {
constexpr int kRowHeight = 44;
constexpr int kInset = 10;
} // namespace

void ContextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const QRect text = option.rect.adjusted(kInset, 5, -kInset, -4);
    const QRect first(text.x(), text.y(), text.width(), text.height() / 2);
    const int taken = paintMark(*painter, first, index.data(ContextModel::InsecureRole).toString());
    painter->setFont(boldFont());
    painter->setPen(m_theme.text);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle,
                                                        first.width() - taken));
    painter->setFont(smallFont());
    painter->setPen(m_theme.dimText);
    painter->drawText(first.translated(0, first.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(ContextModel::DetailRole).toString(), Qt::ElideRight,
                                                        first.width()));
    painter->restore();
}

void ContextDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!selected && !hovered)
        return;
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(selected ? QPen(m_theme.path.foreground, focused ? 2 : 1) : QPen(Qt::NoPen));
    painter.setBrush(selected ? m_theme.path.background : m_theme.code);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), measure::corner, measure::corner);
}

/// A chip at the right end; how much room it takes.
int ContextDelegate::paintMark(QPainter &painter, const QRect &box, const QString &text) const
{
    if (text.isEmpty())
        return 0;
    const QString shown = lookOf(State::Fault).sign + u' ' + text;
    painter.setFont(smallFont());
    const int width = painter.fontMetrics().horizontalAdvance(shown) + 14;
    const QRectF chip(box.right() - width, box.y() + 1, width, box.height() - 1);
    painter.setPen(QPen(m_theme.fault.foreground, 1));
    painter.setBrush(m_theme.fault.background);
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.drawText(chip, Qt::AlignCenter, shown);
    return width + 8;
}

QSize ContextDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {200, kRowHeight}; }

} // namespace faultline::ui::connect
