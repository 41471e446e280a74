#include "ui/common/diagramitems.h"
#include "ui/common/diagramview.h"
#include "ui/common/diagramwalk.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <cmath>

namespace faultline::ui {

void DiagramView::wheelEvent(QWheelEvent *event)
{
    endKeepingFit();
    const bool pans = !event->pixelDelta().isNull() && !event->modifiers().testFlag(Qt::ControlModifier);
    if (pans || event->modifiers().testFlag(Qt::ShiftModifier)) {
        QGraphicsView::wheelEvent(event); // two fingers on a touchpad, or sideways
        return;
    }
    zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

bool DiagramView::handleZoomKey(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        zoomToFit();
        return true;
    case Qt::Key_1:
        zoomToFull();
        return true;
    default:
        return false;
    }
}

// With the keyboard here its own keys come before the window's shortcuts.
bool DiagramView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isSearch = key->key() == Qt::Key_F && key->modifiers() == Qt::ControlModifier;
        const bool isLetter = (key->key() == Qt::Key_E || key->key() == Qt::Key_Slash) &&
                              !key->modifiers().testFlag(Qt::ControlModifier) &&
                              !key->modifiers().testFlag(Qt::AltModifier);
        if (isSearch || isLetter) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

void DiagramView::keyPressEvent(QKeyEvent *event)
{
    if (handleZoomKey(*event)) {
        return;
    }
    if (handleWalkKey(*event)) {
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

DiagramNode *DiagramView::nodeAt(const QPoint &position) const
{
    for (QGraphicsItem *item : items(position)) {
        if (auto *node = qgraphicsitem_cast<DiagramNode *>(item)) {
            return node;
        }
    }
    return nullptr;
}

const PictureEdge *DiagramView::edgeAt(const QPoint &position) const
{
    const QRect near(position - QPoint(4, 4), QSize(9, 9)); // a line is thin, a hand is not
    for (QGraphicsItem *item : items(near)) {
        if (const auto *label = qgraphicsitem_cast<DiagramLabel *>(item)) {
            return findEdge(m_picture, label->edge().id);
        }
        if (const auto *edge = qgraphicsitem_cast<DiagramEdge *>(item)) {
            return findEdge(m_picture, edge->edge().id);
        }
    }
    return nullptr;
}

void DiagramView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    m_isPanning = false;
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void DiagramView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) && !event->buttons().testFlag(Qt::MiddleButton)) {
        QGraphicsView::mouseMoveEvent(event);
        const bool isOnSomething = nodeAt(event->pos()) != nullptr || edgeAt(event->pos()) != nullptr;
        viewport()->setCursor(isOnSomething ? Qt::PointingHandCursor : Qt::OpenHandCursor);
        return;
    }
    const QPoint way = event->pos() - m_pressed;
    if (m_isPanning || way.manhattanLength() >= QApplication::startDragDistance()) {
        m_glide.stop();
        m_isPanning = true;
        endKeepingFit();
        viewport()->setCursor(Qt::ClosedHandCursor);
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
        m_pressed = event->pos();
    }
}

void DiagramView::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->setCursor(Qt::OpenHandCursor);
    const bool isClick = !m_isPanning && event->button() == Qt::LeftButton;
    m_isPanning = false;
    const DiagramNode *node = isClick ? nodeAt(event->pos()) : nullptr;
    const PictureEdge *edge = isClick && node == nullptr ? edgeAt(event->pos()) : nullptr;
    if (node != nullptr) {
        m_keyboardNode = node->node().id;
        m_keyboardEdge.clear();
        activate(QString(m_keyboardNode)); // a copy: the picture may change under it
    } else if (edge != nullptr) {
        setKeyboardEdge(QString(edge->id));
        activate(QString(m_keyboardEdge));
    }
    mark();
}

} // namespace faultline::ui
