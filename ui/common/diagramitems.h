#pragma once

#include "ui/common/diagrampicture.h"

#include <QtGui/QStaticText>
#include <QtWidgets/QGraphicsItem>

namespace faultline::ui {

/// Below these zoom levels text, and then everything but fills, is left out.
namespace detaillevel {
inline constexpr qreal text = 0.45;
inline constexpr qreal lines = 0.25;
} // namespace detaillevel

/// What a search did not find.
inline constexpr qreal faded = 0.3;

/// Draws one PictureNode. Reads the theme of its view, so a new theme is one update().
class DiagramNode : public QGraphicsItem
{
public:
    enum { Type = UserType + 1 };
    DiagramNode(PictureNode node, const Theme *theme);

    int type() const override { return Type; }
    const PictureNode &node() const { return m_node; }
    void setFocusRing(Qt::CheckState ring); ///< Checked: the keyboard is here; PartiallyChecked: the step in focus
    Qt::CheckState focusRing() const { return m_ring; }

    enum class Match { None, One, Current }; ///< of a search
    void setMatch(Match match);
    Match match() const { return m_match; }

    QRectF boundingRect() const override { return m_node.rect.adjusted(-5, -5, 5, 5); }
    QPainterPath shape() const override { return m_outline; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    qreal radius() const;
    void layOut();
    void drawFar(QPainter &painter) const;
    void drawBox(QPainter &painter) const;
    void drawText(QPainter &painter);
    void drawGlyph(QPainter &painter) const;
    QColor textColour() const;

    PictureNode m_node;
    const Theme *m_theme;
    QPainterPath m_outline;
    QStaticText m_title; ///< laid out when they are first drawn
    QStaticText m_detail;
    QPointF m_titleAt;
    QPointF m_detailAt;
    Qt::CheckState m_ring = Qt::Unchecked;
    Match m_match = Match::None;
};

/// Draws one PictureEdge: an orthogonal line with round corners and an arrow head.
class DiagramEdge : public QGraphicsItem
{
public:
    enum { Type = UserType + 2 };
    DiagramEdge(PictureEdge edge, const Theme *theme);

    int type() const override { return Type; }
    const PictureEdge &edge() const { return m_edge; }
    void setKeyboard(Qt::CheckState keyboard); ///< Checked: the keyboard is here
    Qt::CheckState keyboard() const { return m_keyboard; }

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QPen pen() const;
    void drawHead(QPainter &painter) const;
    void drawBadge(QPainter &painter) const;

    PictureEdge m_edge;
    const Theme *m_theme;
    QPainterPath m_path;
    QRectF m_bounds;
    mutable QPainterPath m_shape; ///< made when it is first asked for
    Qt::CheckState m_keyboard = Qt::Unchecked;
};

/// The chip that says what an edge means; lies above all edges.
class DiagramLabel : public QGraphicsItem
{
public:
    enum { Type = UserType + 3 };
    DiagramLabel(PictureEdge edge, const Theme *theme);

    int type() const override { return Type; }
    const PictureEdge &edge() const { return m_edge; }
    QRectF boundingRect() const override { return m_edge.label; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    PictureEdge m_edge;
    const Theme *m_theme;
    QStaticText m_text;
    QPointF m_textAt;
};

/// The polyline with its corners rounded.
QPainterPath roundedPath(const std::vector<QPointF> &points, qreal radius);

} // namespace faultline::ui
