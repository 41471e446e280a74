#include "ui/common/diagramitems.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include <algorithm>

namespace faultline::ui {

namespace {

constexpr qreal kRoundest = 16;

} // namespace

DiagramNode::DiagramNode(PictureNode node, const Theme *theme) : m_node(std::move(node)), m_theme(theme)
{
    setToolTip(plainTip(m_node.look.tip));
    setCursor(Qt::PointingHandCursor);
    setZValue(2);
    m_outline.addRoundedRect(m_node.rect, radius(), radius());
}

void DiagramNode::setFocusRing(Qt::CheckState ring)
{
    if (m_ring != ring) {
        m_ring = ring;
        update();
    }
}

void DiagramNode::setMatch(Match match)
{
    if (m_match != match) {
        m_match = match;
        update();
    }
}

qreal DiagramNode::radius() const
{
    const qreal half = m_node.rect.height() / 2;
    switch (m_node.look.shape) {
    case NodeLook::Shape::Pill:
        return std::min(half, kRoundest);
    case NodeLook::Shape::Box:
        return measure::corner;
    case NodeLook::Shape::Step:
        return 2;
    }
    return 0;
}

QColor DiagramNode::textColour() const
{
    if (m_node.look.ink == Ink::Quiet || (m_node.look.hatched && !m_node.look.strong)) {
        return m_theme->dimText;
    }
    return m_theme->text;
}

// From afar a box is a spot.
void DiagramNode::drawFar(QPainter &painter) const
{
    const NodeLook &look = m_node.look;
    const Tone tone = toneOf(look.ink, *m_theme);
    painter.fillRect(m_node.rect, look.plain || look.strong ? tone.foreground : tone.background);
    if (m_ring != Qt::Unchecked || m_match != Match::None) {
        QPen pen(m_theme->text, 2);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_node.rect.adjusted(-6, -6, 6, 6));
    }
}

void DiagramNode::drawBox(QPainter &painter) const
{
    const NodeLook &look = m_node.look;
    const Tone tone = toneOf(look.ink, *m_theme);
    const bool marked = m_ring == Qt::PartiallyChecked;
    QPen pen(tone.foreground, marked ? 3 : look.strong ? 2 : 1.2, look.dashed ? Qt::CustomDashLine : Qt::SolidLine);
    if (look.dashed) {
        pen.setDashPattern({4, 3});
    }
    const QColor fill = look.plain ? m_theme->panel : tone.background;
    if (look.hatched) {
        QColor lines = tone.foreground;
        lines.setAlphaF(0.22F);
        painter.fillPath(m_outline, fill);
        painter.fillPath(m_outline, QBrush(lines, Qt::BDiagPattern));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setBrush(fill);
    }
    painter.setPen(pen);
    painter.drawPath(m_outline);
    painter.setBrush(Qt::NoBrush);
    if (m_match != Match::None) {
        painter.setPen(QPen(m_theme->path.foreground, m_match == Match::Current ? 3 : 1.5));
        painter.drawRoundedRect(m_node.rect.adjusted(-3, -3, 3, 3), radius() + 3, radius() + 3);
    }
    if (m_ring == Qt::Checked) {
        painter.setPen(QPen(m_theme->text, 1.4, Qt::DotLine));
        painter.drawRoundedRect(m_node.rect.adjusted(-4, -4, 4, 4), radius() + 4, radius() + 4);
    }
}

void DiagramNode::layOut()
{
    const NodeLook &look = m_node.look;
    const NodeRooms rooms = nodeRooms(look, m_node.rect);
    const QFont font = titleFontOf(look);
    const auto elided = [](const QString &text, const QFont &of, Qt::TextElideMode mode, const QRectF &room) {
        return QFontMetricsF(of).elidedText(text, mode, room.width() + 1);
    };
    const auto place = [&look](QStaticText &text, const QFont &of, const QRectF &room, QTextOption::WrapMode wrap) {
        const bool centred = look.wraps;
        text.setTextFormat(Qt::PlainText); // what the cluster says is never markup
        text.setPerformanceHint(QStaticText::AggressiveCaching);
        QTextOption option(centred ? Qt::AlignHCenter : Qt::AlignLeft);
        option.setWrapMode(wrap);
        text.setTextOption(option);
        text.setTextWidth(centred ? room.width() : -1);
        text.prepare({}, of);
        return QPointF(room.x(), room.y() + (room.height() - text.size().height()) / 2);
    };
    m_title.setText(look.wraps ? look.title : elided(look.title, font, Qt::ElideMiddle, rooms.title));
    m_titleAt = place(m_title, font, rooms.title, look.wraps ? QTextOption::WordWrap : QTextOption::NoWrap);
    m_detail.setText(elided(look.detail, smallFont(), Qt::ElideRight, rooms.detail));
    m_detailAt = place(m_detail, smallFont(), rooms.detail, QTextOption::NoWrap);
}

void DiagramNode::drawText(QPainter &painter)
{
    const NodeLook &look = m_node.look;
    if (m_title.text().isEmpty()) {
        layOut();
    }
    painter.setFont(titleFontOf(look));
    painter.setPen(textColour());
    painter.drawStaticText(m_titleAt, m_title);
    if (!look.detail.isEmpty()) {
        painter.setFont(smallFont());
        painter.setPen(look.strong && look.wraps ? toneOf(look.ink, *m_theme).foreground : m_theme->dimText);
        painter.drawStaticText(m_detailAt, m_detail);
    }
}

void DiagramNode::drawGlyph(QPainter &painter) const
{
    if (m_node.look.glyph == Glyph::None) {
        return;
    }
    const Ink ink = m_node.look.ink == Ink::Quiet ? Ink::Unknown : m_node.look.ink;
    painter.setPen(QPen(toneOf(ink, *m_theme).foreground, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(glyphPath(m_node.look.glyph, nodeRooms(m_node.look, m_node.rect).glyph));
}

void DiagramNode::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    const qreal zoom = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (zoom < detaillevel::lines) {
        return drawFar(*painter);
    }
    drawBox(*painter);
    if (zoom >= detaillevel::text) {
        drawText(*painter);
        drawGlyph(*painter);
    }
}

} // namespace faultline::ui
