#include "ui/connections/connectiondelegate.h"

#include "ui/common/badge.h"
#include "ui/connections/connectionmodel.h"

#include <QtGui/QPainter>

namespace faultline::ui::connections {

namespace {
constexpr int kMark = 20;
} // namespace

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(box, m_theme.path.background);
    painter->setPen(m_theme.line);
    painter->drawLine(box.bottomLeft(), box.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.path.foreground, 2));
        painter->drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), 3, 3);
    }
    const auto state = static_cast<State>(index.data(ConnectionModel::StateRole).toInt());
    const bool isRule = index.column() == ConnectionModel::RuleColumn;
    QRect text = box.adjusted(isRule ? kMark + 20 : 8, 5, -8, -5);
    if (isRule) {
        paintBadge(*painter, QRectF(box.x() + 12, box.y() + (box.height() - kMark) / 2.0, kMark, kMark), state,
                   m_theme);
    }
    const bool isOdd = state == State::Fault || state == State::Suspected;
    QFont first = isRule ? textFont() : codeFont();
    first.setBold(isOdd && !isRule);
    painter->setFont(first);
    painter->setPen(isOdd && !isRule ? m_theme.tone(state).foreground : m_theme.text);
    const auto line = [&](const QRect &place, const QString &words) {
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(words, Qt::ElideMiddle, place.width()));
    };
    const int half = text.height() / 2;
    line({text.x(), text.y(), text.width(), half}, index.data(Qt::DisplayRole).toString());
    painter->setFont(smallFont());
    painter->setPen(isRule && isOdd ? m_theme.tone(state).foreground : m_theme.dimText);
    line({text.x(), text.y() + half, text.width(), half}, index.data(ConnectionModel::SecondLineRole).toString());
    painter->restore();
}

} // namespace faultline::ui::connections
