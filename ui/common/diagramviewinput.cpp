#include "ui/common/diagramitems.h"
#include "ui/common/diagramview.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <cmath>
#include <optional>

namespace faultline::ui {

namespace {

std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Down:
        return QPointF(0, 1);
    case Qt::Key_Up:
        return QPointF(0, -1);
    default:
        return std::nullopt;
    }
}

} // namespace

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

void DiagramView::keyPressEvent(QKeyEvent *event)
{
    if (handleZoomKey(*event)) {
        return;
    }
    if (directionOf(event->key())) {
        moveKeyboard(event->key());
        return;
    }
    const bool enters =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enters && m_picture.find(m_keyboardNode) != nullptr) {
        Q_EMIT nodeActivated(m_keyboardNode);
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

// To the nearest node in that direction; sideways distance counts double.
void DiagramView::moveKeyboard(int key)
{
    const PictureNode *from = m_picture.find(m_keyboardNode);
    if (from == nullptr) {
        m_keyboardNode = anchorNode();
        return mark();
    }
    const QPointF direction = directionOf(key).value_or(QPointF());
    const PictureNode *best = nullptr;
    qreal least = 0;
    for (const PictureNode &node : m_picture.nodes) {
        const QPointF way = node.rect.center() - from->rect.center();
        const qreal ahead = QPointF::dotProduct(way, direction);
        const qreal aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (ahead > 1 && (best == nullptr || ahead + 2 * aside < least)) {
            best = &node;
            least = ahead + 2 * aside;
        }
    }
    if (best != nullptr) {
        m_keyboardNode = best->id;
        setAccessibleDescription(best->look.title);
        mark();
        showNode(m_keyboardNode);
    }
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
        viewport()->setCursor(nodeAt(event->pos()) != nullptr ? Qt::PointingHandCursor : Qt::OpenHandCursor);
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
    const DiagramNode *node = m_isPanning || event->button() != Qt::LeftButton ? nullptr : nodeAt(event->pos());
    m_isPanning = false;
    if (node != nullptr) {
        m_keyboardNode = node->node().id;
        Q_EMIT nodeActivated(QString(m_keyboardNode)); // a copy: the picture may change under it
    }
}

} // namespace faultline::ui
