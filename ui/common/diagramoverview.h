#pragma once

#include "ui/common/diagrampicture.h"

#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

namespace faultline::ui {

/// A whole picture, small: fills only, what is lit or fails in its ink, the visible part as a frame. A click or a drag
/// asks for that place. Reads picture and theme of its view.
class DiagramOverview : public QWidget
{
    Q_OBJECT

public:
    DiagramOverview(const Picture &picture, const Theme &theme, QWidget *parent);

    void refresh();                            ///< the picture or the theme is another
    void showVisible(const QRectF &scene);     ///< the part that the view shows
    QSize wishedSize(const QSize &room) const; ///< in the shape of the picture, within a part of the room
    const QRectF &visiblePart() const { return m_visible; }
    QPointF fromScene(const QPointF &scene) const;
    QPointF toScene(const QPointF &position) const;

Q_SIGNALS:
    void centreAsked(const QPointF &scene);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    qreal scaleToFit() const;
    QPixmap drawn() const;

    const Picture &m_picture;
    const Theme &m_theme;
    QRectF m_visible;
    QPixmap m_cache;
};

} // namespace faultline::ui
