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

QPainterPath DiagramNode::shape() const
{
    QPainterPath path;
    path.addRoundedRect(m_node.rect, radius(), radius());
    return path;
}

QColor DiagramNode::textColour() const
{
    if (m_node.look.ink == Ink::Quiet || (m_node.look.hatched && !m_node.look.strong)) {
        return m_theme->dimText;
    }
    return m_theme->text;
}

void DiagramNode::drawBox(QPainter &painter, qreal zoom) const
{
    const NodeLook &look = m_node.look;
    const Tone tone = toneOf(look.ink, *m_theme);
    const QPainterPath outline = shape();
    painter.fillPath(outline, look.plain ? m_theme->panel : tone.background);
    if (zoom < detaillevel::lines) {
        painter.fillPath(outline, look.plain || look.strong ? tone.foreground : tone.background);
        return;
    }
    if (look.hatched) {
        QColor lines = tone.foreground;
        lines.setAlphaF(0.22F);
        painter.fillPath(outline, QBrush(lines, Qt::BDiagPattern));
    }
    const bool marked = m_ring == Qt::PartiallyChecked;
    QPen pen(tone.foreground, marked ? 3 : look.strong ? 2 : 1.2, look.dashed ? Qt::CustomDashLine : Qt::SolidLine);
    if (look.dashed) {
        pen.setDashPattern({4, 3});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    if (m_match != Match::None) {
        painter.setPen(QPen(m_theme->path.foreground, m_match == Match::Current ? 3 : 1.5));
        painter.drawRoundedRect(m_node.rect.adjusted(-3, -3, 3, 3), radius() + 3, radius() + 3);
    }
    if (m_ring == Qt::Checked) {
        painter.setPen(QPen(m_theme->text, 1.4, Qt::DotLine));
        painter.drawRoundedRect(m_node.rect.adjusted(-4, -4, 4, 4), radius() + 4, radius() + 4);
    }
}

void DiagramNode::drawText(QPainter &painter) const
{
    const NodeLook &look = m_node.look;
    const NodeRooms rooms = nodeRooms(look, m_node.rect);
    painter.setFont(titleFontOf(look));
    painter.setPen(textColour());
    if (look.wraps) {
        painter.drawText(rooms.title, Qt::TextWordWrap | Qt::AlignCenter, look.title);
    } else {
        const QString title =
            painter.fontMetrics().elidedText(look.title, Qt::ElideMiddle, int(rooms.title.width()) + 1);
        painter.drawText(rooms.title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title);
    }
    if (!look.detail.isEmpty()) {
        painter.setFont(smallFont());
        painter.setPen(look.strong && look.wraps ? toneOf(look.ink, *m_theme).foreground : m_theme->dimText);
        const QString detail =
            painter.fontMetrics().elidedText(look.detail, Qt::ElideRight, int(rooms.detail.width()) + 1);
        const int side = look.wraps ? Qt::AlignHCenter : Qt::AlignLeft;
        painter.drawText(rooms.detail, side | int(Qt::AlignVCenter) | int(Qt::TextSingleLine), detail);
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
    drawBox(*painter, zoom);
    if (zoom >= detaillevel::text) {
        drawText(*painter);
        drawGlyph(*painter);
    }
}

} // namespace faultline::ui
