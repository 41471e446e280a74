#include "ui/common/diagramcontrols.h"
#include "ui/common/diagramoverview.h"
#include "ui/common/diagramview.h"

#include <algorithm>

namespace faultline::ui {

namespace {

constexpr qreal kStep = 1.2;
constexpr qreal kLeastKept = 0.8; // below this reading is work: better pan than guess
constexpr qreal kLeast = 0.1;
constexpr qreal kMost = 3;
constexpr qreal kFitMargin = 4;

} // namespace

void DiagramView::keepFit()
{
    m_fitsByNature = true;
    m_keepsFit = true;
    placeCorners();
    fit();
}

void DiagramView::endKeepingFit()
{
    if (m_keepsFit) {
        m_keepsFit = false;
        placeCorners();
    }
}

void DiagramView::showNode(const QString &id)
{
    const PictureNode *node = m_picture.find(id);
    if (node == nullptr) {
        return;
    }
    // What is in view now may leave it with a movement that has begun.
    const bool isMoving = m_glide.state() == QAbstractAnimation::Running;
    const bool isOnItsWay = isMoving && m_glide.endValue().toPointF() == node->rect.center();
    if (!isOnItsWay && (isMoving || !isInView(id))) {
        glideTo(node->rect.center());
    }
}

void DiagramView::showArea(const QRectF &area)
{
    const QRectF seen = mapToScene(viewport()->rect()).boundingRect();
    if (seen.contains(area)) {
        return;
    }
    endKeepingFit();
    const auto along = [](qreal low, qreal high, qreal now, qreal extent) {
        return high - low > extent ? low + extent / 2 : std::clamp(now, high - extent / 2, low + extent / 2);
    };
    glideTo({along(area.left(), area.right(), seen.center().x(), seen.width()),
             along(area.top(), area.bottom(), seen.center().y(), seen.height())});
}

void DiagramView::glideTo(const QPointF &centre)
{
    m_glide.stop();
    if (motionMs() == 0 || !isVisible()) {
        centerOn(centre);
        placeOverview();
        return;
    }
    m_glide.setDuration(motionMs());
    m_glide.setStartValue(mapToScene(viewport()->rect().center()));
    m_glide.setEndValue(centre);
    m_glide.start();
}

void DiagramView::zoomBy(qreal factor)
{
    const qreal next = std::clamp(zoom() * factor, kLeast, kMost);
    scale(next / zoom(), next / zoom());
    Q_EMIT zoomChanged(zoom());
    placeCorners();
}

// By button or key the node in focus stays in view, else the middle.
void DiagramView::zoomIn()
{
    endKeepingFit();
    setTransformationAnchor(AnchorViewCenter);
    zoomBy(kStep);
    setTransformationAnchor(AnchorUnderMouse);
    showNode(m_focusNode);
}

void DiagramView::zoomOut()
{
    endKeepingFit();
    setTransformationAnchor(AnchorViewCenter);
    zoomBy(1 / kStep);
    setTransformationAnchor(AnchorUnderMouse);
    showNode(m_focusNode);
}

// A person who asks for everything gets everything, however small.
void DiagramView::zoomToFit()
{
    m_keepsFit = m_fitsByNature && fittingZoom() >= kLeastKept;
    fit();
}

qreal DiagramView::fittingZoom() const
{
    const QRectF all = m_picture.bounds.adjusted(-kFitMargin, -kFitMargin, kFitMargin, kFitMargin);
    return std::min(viewport()->width() / all.width(), (viewport()->height() - barRoom()) / all.height());
}

// The bar must not lie on a picture that is as wide as the view; beside a narrow one it lies on nothing.
qreal DiagramView::barRoom() const
{
    const bool beside = m_picture.bounds.width() + m_controls->width() * 2 < viewport()->width();
    return beside || m_fitsByNature ? 0 : m_controls->height() + measure::grid;
}

void DiagramView::fit()
{
    if (m_picture.nodes.empty()) {
        return;
    }
    m_glide.stop();
    zoomBy(std::clamp(fittingZoom(), m_keepsFit ? kLeastKept : 0.0, 1.0) / zoom());
    const QRectF all = m_picture.bounds.adjusted(-kFitMargin, -kFitMargin, kFitMargin, kFitMargin);
    QSizeF room(viewport()->size());
    const bool isMore = all.width() * zoom() > room.width() + 1 || all.height() * zoom() > room.height() + 1;
    const qreal bar = isMore ? m_controls->height() + measure::grid : barRoom(); // nothing lies under the bar at first
    room.rheight() -= isMore ? bar : 0;
    centerOn(centreFor(all, room / zoom()) + QPointF(0, bar / zoom() / 2));
    placeCorners();
}

// The middle; where there is no room for all, the beginning, or as near to it as what is broken stays in view.
QPointF DiagramView::centreFor(const QRectF &all, const QSizeF &room) const
{
    const auto inkIs = [](Ink ink) { return [ink](const PictureNode &node) { return node.look.ink == ink; }; };
    auto worst = std::find_if(m_picture.nodes.begin(), m_picture.nodes.end(), inkIs(Ink::Fault));
    if (worst == m_picture.nodes.end()) {
        worst = std::find_if(m_picture.nodes.begin(), m_picture.nodes.end(), inkIs(Ink::Suspected));
    }
    const auto start = [](qreal low, qreal high, qreal extent) {
        return high - low > extent ? low + extent / 2 : (low + high) / 2;
    };
    const QPointF middle(start(all.left(), all.right(), room.width()), start(all.top(), all.bottom(), room.height()));
    if (worst == m_picture.nodes.end()) {
        return middle;
    }
    const auto along = [](qreal wished, qreal low, qreal high, qreal extent) {
        return high - low > extent ? (low + high) / 2 : std::clamp(wished, high - extent / 2, low + extent / 2);
    };
    const QRectF node = worst->rect.adjusted(-kFitMargin, -kFitMargin, kFitMargin, kFitMargin);
    return {along(middle.x(), node.left(), node.right(), room.width()),
            along(middle.y(), node.top(), node.bottom(), room.height())};
}

void DiagramView::zoomToFull()
{
    endKeepingFit();
    m_glide.stop();
    zoomBy(1 / zoom());
    if (const PictureNode *node = m_picture.find(m_focusNode)) {
        centerOn(node->rect.center());
    }
}

bool DiagramView::isAllInView() const
{
    // A pixel more or less is nothing to pan for.
    return viewport()->rect().adjusted(-2, -2, 2, 2).contains(mapFromScene(m_picture.bounds).boundingRect());
}

void DiagramView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    placeCorners();
    if (m_keepsFit) {
        fit();
    } else if (const PictureNode *node = m_picture.find(m_focusNode)) {
        centerOn(node->rect.center());
    }
}

void DiagramView::resizeEvent(QResizeEvent *event)
{
    const bool wasShown = isInView(m_focusNode);
    QGraphicsView::resizeEvent(event);
    placeCorners();
    if (m_keepsFit) {
        fit();
    } else if (wasShown) {
        showNode(m_focusNode);
    }
}

void DiagramView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    m_overview->showVisible(mapToScene(viewport()->rect()).boundingRect());
}

} // namespace faultline::ui
