#include "ui/common/diagramview.h"

#include "ui/common/diagramcontrols.h"
#include "ui/common/diagramitems.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>

namespace faultline::ui {

namespace {

constexpr qreal kStep = 1.2;
constexpr qreal kLeastKept = 0.6; // below this nobody reads: better pan than guess
constexpr qreal kLeast = 0.1;
constexpr qreal kMost = 3;

} // namespace

DiagramView::DiagramView(QWidget *parent) : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(FullViewportUpdate); // band titles stick to the border
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // one drags, or walks with the keys
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_controls = new DiagramControls(viewport());
    connect(m_controls, &DiagramControls::zoomInAsked, this, &DiagramView::zoomIn);
    connect(m_controls, &DiagramControls::zoomOutAsked, this, &DiagramView::zoomOut);
    connect(m_controls, &DiagramControls::fitAsked, this, &DiagramView::zoomToFit);
    connect(m_controls, &DiagramControls::fullAsked, this, &DiagramView::zoomToFull);
    connect(this, &DiagramView::zoomChanged, m_controls, &DiagramControls::showZoom);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { centerOn(value.toPointF()); });
}

void DiagramView::setTheme(const Theme &theme)
{
    m_theme = theme;
    setBackgroundBrush(theme.panel);
    m_controls->setTheme(theme);
    viewport()->update();
}

void DiagramView::setLanguage(base::Language language)
{
    m_controls->setLanguage(language);
    placeControls();
}

// The node nearest to the middle of the view keeps its place there.
QString DiagramView::anchorNode() const
{
    if (m_picture.find(m_focusNode) != nullptr && isInView(m_focusNode)) {
        return m_focusNode;
    }
    const QPointF middle = mapToScene(viewport()->rect().center());
    const auto distance = [&](const PictureNode &node) { return QLineF(node.rect.center(), middle).length(); };
    const auto nearest = std::min_element(m_picture.nodes.begin(), m_picture.nodes.end(),
                                          [&](const auto &a, const auto &b) { return distance(a) < distance(b); });
    return nearest == m_picture.nodes.end() ? QString() : nearest->id;
}

void DiagramView::setPicture(Picture picture)
{
    const QString anchor = anchorNode();
    const PictureNode *before = m_picture.find(anchor);
    const QPointF middle = mapToScene(viewport()->rect().center());
    const QPointF offset = before != nullptr ? middle - before->rect.center() : QPointF();
    m_keepsFocusShown = isInView(m_focusNode) || m_glide.state() == QAbstractAnimation::Running;
    m_picture = std::move(picture);
    m_glide.stop();
    rebuild();
    if (m_keepsFit) {
        zoomToFit();
    } else if (const PictureNode *after = m_picture.find(anchor)) {
        centerOn(after->rect.center() + offset);
    }
}

void DiagramView::keepFit()
{
    m_keepsFit = true;
    placeControls();
    zoomToFit();
}

void DiagramView::endKeepingFit()
{
    if (!m_keepsFit) {
        return;
    }
    m_keepsFit = false;
    placeControls();
}

void DiagramView::rebuild()
{
    scene()->clear();
    for (const PictureEdge &edge : m_picture.edges) {
        scene()->addItem(new DiagramEdge(edge, &m_theme));
        if (!edge.look.label.isEmpty()) {
            scene()->addItem(new DiagramLabel(edge, &m_theme));
        }
    }
    for (const PictureNode &node : m_picture.nodes) {
        scene()->addItem(new DiagramNode(node, &m_theme));
    }
    const qreal slack = m_picture.slack;
    setSceneRect(m_picture.bounds.adjusted(-slack, -slack, slack, slack));
    mark();
}

void DiagramView::mark()
{
    for (QGraphicsItem *item : scene()->items()) {
        if (auto *node = qgraphicsitem_cast<DiagramNode *>(item)) {
            const bool keyboard = hasFocus() && node->node().id == m_keyboardNode;
            const bool focused = node->node().id == m_focusNode;
            node->setFocusRing(keyboard ? Qt::Checked : focused ? Qt::PartiallyChecked : Qt::Unchecked);
        }
    }
    viewport()->update();
}

void DiagramView::setFocusNode(const QString &id)
{
    const bool isOther = m_focusNode != id;
    m_focusNode = id;
    if (isOther) {
        m_keyboardNode = id;
    }
    mark();
    // Told the same again (the picture is new, the place is not) it leaves a person who has moved away where they are.
    if (isOther || m_keepsFocusShown) {
        showNode(id);
    }
}

bool DiagramView::isInView(const QString &id) const
{
    const PictureNode *node = m_picture.find(id);
    return node != nullptr && viewport()->rect().contains(mapFromScene(node->rect).boundingRect());
}

void DiagramView::showNode(const QString &id)
{
    if (const PictureNode *node = m_picture.find(id); node != nullptr && !isInView(id)) {
        glideTo(node->rect.center());
    }
}

void DiagramView::glideTo(const QPointF &centre)
{
    m_glide.stop();
    if (motionMs() == 0 || !isVisible()) {
        centerOn(centre);
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

void DiagramView::zoomToFit()
{
    if (m_picture.nodes.empty()) {
        return;
    }
    m_glide.stop();
    const QRectF all = m_picture.bounds.adjusted(-12, -12, 12, 12);
    // The bar must not lie on a picture that is as wide as the view; beside a narrow one it lies on nothing.
    const bool beside = m_picture.bounds.width() + m_controls->width() * 2 < viewport()->width();
    const qreal bar = beside || m_keepsFit ? 0 : m_controls->height() + measure::grid;
    const qreal wished = std::min(viewport()->width() / all.width(), (viewport()->height() - bar) / all.height());
    const qreal least = m_keepsFit ? kLeastKept : 0;
    zoomBy(std::clamp(wished, least, 1.0) / zoom());
    centerOn(centreFor(all, QSizeF(viewport()->size()) / zoom()) + QPointF(0, bar / zoom() / 2));
}

// The middle; where there is no room for all, as near to it as what is broken stays in view.
QPointF DiagramView::centreFor(const QRectF &all, const QSizeF &room) const
{
    const auto inkIs = [](Ink ink) { return [ink](const PictureNode &node) { return node.look.ink == ink; }; };
    auto worst = std::find_if(m_picture.nodes.begin(), m_picture.nodes.end(), inkIs(Ink::Fault));
    if (worst == m_picture.nodes.end()) {
        worst = std::find_if(m_picture.nodes.begin(), m_picture.nodes.end(), inkIs(Ink::Suspected));
    }
    if (worst == m_picture.nodes.end()) {
        return all.center();
    }
    const auto along = [](qreal middle, qreal low, qreal high, qreal extent) {
        return high - low > extent ? (low + high) / 2 : std::clamp(middle, high - extent / 2, low + extent / 2);
    };
    const QRectF node = worst->rect.adjusted(-12, -12, 12, 12);
    return {along(all.center().x(), node.left(), node.right(), room.width()),
            along(all.center().y(), node.top(), node.bottom(), room.height())};
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

void DiagramView::showEvent(QShowEvent *event)
{
    QGraphicsView::showEvent(event);
    placeControls();
    if (m_keepsFit) {
        zoomToFit();
    } else if (const PictureNode *node = m_picture.find(m_focusNode)) {
        centerOn(node->rect.center());
    }
}

void DiagramView::resizeEvent(QResizeEvent *event)
{
    const bool wasShown = isInView(m_focusNode);
    QGraphicsView::resizeEvent(event);
    placeControls();
    if (m_keepsFit) {
        zoomToFit();
    } else if (wasShown) {
        showNode(m_focusNode);
    }
}

void DiagramView::placeControls()
{
    m_controls->setVisible(!m_keepsFit); // all is in view: nothing to zoom for, and nothing to lie on
    m_controls->adjustSize();
    m_controls->move(viewport()->width() - m_controls->width() - measure::grid,
                     viewport()->height() - m_controls->height() - measure::grid);
}

} // namespace faultline::ui
