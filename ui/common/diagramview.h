#pragma once

#include "core/base/language.h"
#include "ui/common/diagrampicture.h"

#include <QtCore/QVariantAnimation>
#include <QtWidgets/QGraphicsView>

namespace faultline::ui {

class DiagramControls;
class DiagramNode;

/// Shows a Picture: wheel (with Ctrl on a touchpad) zooms at the pointer, Ctrl +, -, 0 and 1 zoom, fit and go back to
/// 100 %, dragging pans, arrow keys walk from node to node, Enter activates. Keeps its place when the picture changes.
class DiagramView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit DiagramView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    const Theme &theme() const { return m_theme; }
    void setLanguage(base::Language language);

    void setPicture(Picture picture);

    /// From now on the whole picture is kept in view, whatever its size and the window's, until a person zooms or pans.
    void keepFit();
    const Picture &picture() const { return m_picture; }

    /// Marks a node as the one in focus and brings it into view; an empty id takes the mark away.
    void setFocusNode(const QString &id);
    const QString &focusNode() const { return m_focusNode; }

    qreal zoom() const { return transform().m11(); }
    bool isInView(const QString &id) const; ///< the whole node

    DiagramControls *controls() const { return m_controls; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();
    void zoomToFull();
    void showNode(const QString &id);

Q_SIGNALS:
    void nodeActivated(const QString &id);
    void zoomChanged(qreal zoom);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void showEvent(QShowEvent *event) override;

private:
    void rebuild();
    void endKeepingFit();
    void zoomBy(qreal factor);
    void glideTo(const QPointF &centre);
    QPointF centreFor(const QRectF &all, const QSizeF &room) const;
    void placeControls();
    void mark();
    void moveKeyboard(int key);
    DiagramNode *nodeAt(const QPoint &position) const;
    QString anchorNode() const;
    bool handleZoomKey(const QKeyEvent &event);

    Theme m_theme = Theme::light();
    Picture m_picture;
    QString m_focusNode;
    QString m_keyboardNode;
    bool m_keepsFocusShown = false; ///< it was in view, or on its way there, when the picture changed
    QVariantAnimation m_glide;
    DiagramControls *m_controls = nullptr;
    QPoint m_pressed;
    bool m_isPanning = false;
    bool m_keepsFit = false;
};

} // namespace faultline::ui
