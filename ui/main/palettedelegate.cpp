#include "ui/main/palettedelegate.h"

#include "ui/common/badge.h"
#include "ui/main/palettemodel.h"

#include <QtGui/QPainter>

namespace faultline::ui {

namespace {
constexpr int kRow = 30;
constexpr int kHeading = 26;
constexpr int kMark = 18;
constexpr int kSide = 12;
constexpr int kTextLeft = 40;

/// Draws as much of the text as fits and returns what it took.
int drawCut(QPainter &painter, const QRect &box, Qt::Alignment side, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}
} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect;
    const bool isHeading = index.data(PaletteModel::IsHeadingRole).toBool();
    if (isHeading || index.data(PaletteModel::IsMoreRole).toBool()) {
        painter->setFont(isHeading ? headingFont() : smallFont());
        painter->setPen(m_theme.dimText);
        drawCut(*painter, box.adjusted(isHeading ? kSide : kTextLeft, 0, -kSide, 0), Qt::AlignLeft,
                index.data().toString());
    } else {
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(m_theme.path.foreground, m_theme.contrast == Contrast::High ? 3 : 1));
            painter->setBrush(m_theme.path.background);
            painter->drawRoundedRect(QRectF(box).adjusted(2.5, 1.5, -2.5, -1.5), measure::corner, measure::corner);
        }
        paintEntry(*painter, box, index);
    }
    painter->restore();
}

void PaletteDelegate::paintEntry(QPainter &painter, const QRect &box, const QModelIndex &index) const
{
    const auto state = static_cast<State>(index.data(PaletteModel::StateRole).toInt());
    if (state != State::Quiet) {
        paintBadge(painter, QRectF(box.x() + kSide, box.y() + (box.height() - kMark) / 2.0, kMark, kMark), state,
                   m_theme);
    }
    QRect line = box.adjusted(kTextLeft, 0, -kSide, 0);
    painter.setFont(smallFont());
    painter.setPen(m_theme.dimText);
    line.setRight(line.right() - drawCut(painter, line, Qt::AlignRight, index.data(PaletteModel::KeysRole).toString()) -
                  kSide);
    painter.setFont(textFont());
    painter.setPen(m_theme.text);
    line.setLeft(line.left() + drawCut(painter, line, Qt::AlignLeft, index.data().toString()) + kSide);
    painter.setFont(smallFont());
    painter.setPen(m_theme.dimText);
    drawCut(painter, line, Qt::AlignLeft, index.data(PaletteModel::NoteRole).toString());
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, scaled(index.data(PaletteModel::IsHeadingRole).toBool() ? kHeading : kRow)};
}

} // namespace faultline::ui
