#include "ui/common/diagramitems.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace faultline::ui {

namespace {

constexpr qreal kCorner = 6;

qreal distance(const QPointF &a, const QPointF &b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

QPointF towards(const QPointF &from, const QPointF &to, qreal pixels)
{
    const qreal length = distance(from, to);
    return length <= 0 ? from : from + (to - from) * (pixels / length);
}

qreal zoomOf(const QPainter &painter)
{
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

void drawGlyphBadge(QPainter &painter, const QPointF &middle, const EdgeLook &look, const Theme &theme)
{
    painter.setPen(QPen(theme.panel, 1.5));
    painter.setBrush(toneOf(look.ink, theme).foreground);
    painter.drawEllipse(middle, 7, 7);
    painter.setPen(QPen(theme.panel, 1.7, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(glyphPath(look.glyph, QRectF(middle.x() - 3, middle.y() - 3, 6, 6)));
}

} // namespace

QPainterPath roundedPath(const std::vector<QPointF> &points, qreal radius)
{
    QPainterPath path;
    if (points.empty()) {
        return path;
    }
    path.moveTo(points.front());
    for (size_t i = 1; i + 1 < points.size(); ++i) {
        const qreal room = std::min(distance(points[i - 1], points[i]), distance(points[i], points[i + 1])) / 2;
        const qreal bend = std::min(radius, room);
        path.lineTo(towards(points[i], points[i - 1], bend));
        path.quadTo(points[i], towards(points[i], points[i + 1], bend));
    }
    path.lineTo(points.back());
    return path;
}

DiagramEdge::DiagramEdge(PictureEdge edge, const Theme *theme) : m_edge(std::move(edge)), m_theme(theme)
{
    m_path = roundedPath(m_edge.points, kCorner);
    setToolTip(plainTip(m_edge.look.tip));
    setZValue(m_edge.look.ink == Ink::Quiet ? 0 : 1);
    m_bounds = m_path.boundingRect().adjusted(-10, -10, 10, 10);
}

void DiagramEdge::setKeyboard(Qt::CheckState keyboard)
{
    if (m_keyboard != keyboard) {
        m_keyboard = keyboard;
        update();
    }
}

QPainterPath DiagramEdge::shape() const
{
    if (m_shape.isEmpty()) {
        QPainterPathStroker stroker;
        stroker.setWidth(8);
        m_shape = stroker.createStroke(m_path);
        if (m_edge.look.glyph != Glyph::None && m_edge.look.label.isEmpty()) {
            m_shape.addEllipse(m_path.pointAtPercent(0.5), 9, 9);
        }
    }
    return m_shape;
}

QPen DiagramEdge::pen() const
{
    QPen pen(toneOf(m_edge.look.ink, *m_theme).foreground, m_edge.look.thick ? 2.4 : 1.2);
    pen.setCapStyle(Qt::FlatCap);
    if (m_edge.look.dashed) {
        pen.setDashPattern({4, 2.5});
    }
    return pen;
}

void DiagramEdge::drawHead(QPainter &painter) const
{
    if (m_edge.points.size() < 2) {
        return;
    }
    const QPointF tip = m_edge.points.back();
    const qreal length = m_edge.look.thick ? 9 : 7;
    const QPointF base = towards(tip, m_edge.points[m_edge.points.size() - 2], length);
    const QPointF along = tip - base;
    const QPointF across(-along.y() * 0.5, along.x() * 0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen().color());
    painter.drawPolygon(QPolygonF({tip, base + across, base - across}));
}

void DiagramEdge::drawBadge(QPainter &painter) const
{
    if (m_edge.look.glyph != Glyph::None && m_edge.look.label.isEmpty()) {
        drawGlyphBadge(painter, m_path.pointAtPercent(0.5), m_edge.look, *m_theme);
    }
}

void DiagramEdge::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    const qreal zoom = zoomOf(*painter);
    if (zoom < detaillevel::lines && m_edge.look.ink == Ink::Quiet) {
        return;
    }
    painter->setBrush(Qt::NoBrush);
    if (zoom < detaillevel::lines) {
        QPen thin(toneOf(m_edge.look.ink, *m_theme).foreground, m_edge.look.thick ? 1.5 : 1);
        thin.setCosmetic(true);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(thin);
        painter->drawPolyline(m_edge.points.data(), static_cast<int>(m_edge.points.size()));
        painter->setRenderHint(QPainter::Antialiasing);
        return;
    }
    if (m_keyboard == Qt::Checked) {
        painter->setPen(QPen(m_theme->text, 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_path);
        painter->setPen(QPen(m_theme->panel, 4.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_path);
    }
    painter->setPen(pen());
    painter->drawPath(m_path);
    drawHead(*painter);
    drawBadge(*painter);
}

DiagramLabel::DiagramLabel(PictureEdge edge, const Theme *theme) : m_edge(std::move(edge)), m_theme(theme)
{
    setToolTip(plainTip(m_edge.look.tip));
    setZValue(3);
}

void DiagramLabel::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget)
{
    Q_UNUSED(option)
    Q_UNUSED(widget)
    if (zoomOf(*painter) < detaillevel::text) {
        return;
    }
    const bool quiet = m_edge.look.ink == Ink::Quiet;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme->panel);
    painter->drawRoundedRect(m_edge.label, 4, 4);
    QFont font = smallFont();
    font.setWeight(quiet ? QFont::Normal : QFont::DemiBold);
    const bool hasBadge = m_edge.look.glyph != Glyph::None;
    if (m_text.text().isEmpty()) {
        const QRectF room = m_edge.label.adjusted(hasBadge ? labelGlyphRoom : 0, 0, 0, 0);
        m_text.setTextFormat(Qt::PlainText);
        m_text.setPerformanceHint(QStaticText::AggressiveCaching);
        m_text.setText(m_edge.look.label);
        m_text.prepare({}, font);
        const QSizeF left = (room.size() - m_text.size()) / 2;
        m_textAt = room.topLeft() + QPointF(left.width(), left.height());
    }
    painter->setFont(font);
    painter->setPen(quiet ? m_theme->dimText : toneOf(m_edge.look.ink, *m_theme).foreground);
    painter->drawStaticText(m_textAt, m_text);
    if (hasBadge) {
        drawGlyphBadge(*painter, {m_edge.label.x() + 9, m_edge.label.center().y()}, m_edge.look, *m_theme);
    }
}

} // namespace faultline::ui
