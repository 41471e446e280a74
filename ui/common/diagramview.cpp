#include "ui/common/diagramview.h"

#include "ui/common/diagramaccessible.h"
#include "ui/common/diagramcontrols.h"
#include "ui/common/diagramfindbar.h"
#include "ui/common/diagramitems.h"
#include "ui/common/diagramoverview.h"

#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace faultline::ui {

namespace {

} // namespace

DiagramView::DiagramView(QWidget *parent)
    : QGraphicsView(parent),
      m_controls(new DiagramControls(viewport())),
      m_findBar(new DiagramFindBar(viewport())),
      m_overview(new DiagramOverview(m_picture, m_theme, viewport()))
{
    installDiagramAccessible();
    setScene(new QGraphicsScene(this));
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setTransformationAnchor(AnchorUnderMouse);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing); // each item sets what it needs
    setViewportUpdateMode(FullViewportUpdate);                              // band titles stick to the border
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // one drags, or walks with the keys
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_findBar->hide();
    m_overview->hide();
    connectCorners();
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { centerOn(value.toPointF()); });
    connect(&m_glide, &QVariantAnimation::finished, this, &DiagramView::placeCorners);
}

void DiagramView::connectCorners()
{
    connect(m_controls, &DiagramControls::zoomInAsked, this, &DiagramView::zoomIn);
    connect(m_controls, &DiagramControls::zoomOutAsked, this, &DiagramView::zoomOut);
    connect(m_controls, &DiagramControls::fitAsked, this, &DiagramView::zoomToFit);
    connect(m_controls, &DiagramControls::fullAsked, this, &DiagramView::zoomToFull);
    connect(m_controls, &DiagramControls::searchAsked, this, [this] { find(m_findBar->field()->text()); });
    connect(m_controls->overviewButton(), &QToolButton::toggled, this,
            [this](bool on) { setOverview(on ? Overview::Shown : Overview::Hidden); });
    connect(m_controls->followButton(), &QToolButton::toggled, this,
            [this](bool on) { setFollow(on ? Follow::On : Follow::Off); });
    connect(this, &DiagramView::zoomChanged, m_controls, &DiagramControls::showZoom);
    connect(m_findBar, &DiagramFindBar::wordsChanged, this, &DiagramView::lookFor);
    connect(m_findBar, &DiagramFindBar::nextAsked, this, [this] { goToMatch(1); });
    connect(m_findBar, &DiagramFindBar::previousAsked, this, [this] { goToMatch(-1); });
    connect(m_findBar, &DiagramFindBar::ended, this, &DiagramView::endFind);
    connect(m_overview, &DiagramOverview::centreAsked, this, [this](const QPointF &scene) {
        m_glide.stop();
        endKeepingFit();
        centerOn(scene);
    });
}

void DiagramView::setTheme(const Theme &theme)
{
    m_theme = theme;
    setBackgroundBrush(theme.panel);
    m_controls->setTheme(theme);
    m_findBar->setTheme(theme);
    m_overview->refresh();
    viewport()->update();
}

void DiagramView::setLanguage(base::Language language)
{
    m_language = language;
    m_controls->setLanguage(language);
    m_findBar->setLanguage(language);
    placeCorners();
}

void DiagramView::setOverview(Overview overview)
{
    if (m_overviewWish == overview) {
        return;
    }
    m_overviewWish = overview;
    m_controls->overviewButton()->setChecked(overview == Overview::Shown);
    placeOverview();
    Q_EMIT overviewSwitched(overview);
}

void DiagramView::setFollow(Follow follow)
{
    if (m_follow == follow) {
        return;
    }
    m_follow = follow;
    m_controls->followButton()->setChecked(follow == Follow::On);
    if (follow == Follow::On) {
        showNode(m_focusNode);
    }
    Q_EMIT followSwitched(follow);
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
    m_keepsFocusShown = isInView(m_focusNode) || m_glide.state() == QAbstractAnimation::Running;
    if (picture == m_picture) {
        return; // nothing new: what a person looks at stays as it is
    }
    const QString anchor = anchorNode();
    const PictureNode *before = m_picture.find(anchor);
    const QPointF middle = mapToScene(viewport()->rect().center());
    const QPointF offset = before != nullptr ? middle - before->rect.center() : QPointF();
    const bool isOther = std::none_of(picture.nodes.begin(), picture.nodes.end(),
                                      [&](const PictureNode &node) { return m_nodes.contains(node.id); });
    m_picture = std::move(picture);
    m_keepsFit = m_keepsFit || (m_fitsByNature && isOther);
    m_glide.stop();
    rebuild();
    settle(anchor, offset);
}

void DiagramView::settle(const QString &anchor, const QPointF &offset)
{
    if (m_keepsFit) {
        fit();
    } else if (const PictureNode *after = m_picture.find(anchor)) {
        centerOn(after->rect.center() + offset);
    } else if (m_picture.find(m_focusNode) == nullptr) {
        centerOn(m_picture.bounds.center()); // the first picture, or a wholly other one
    }
    placeCorners();
}

void DiagramView::rebuild()
{
    m_nodes.clear();
    m_edges.clear();
    scene()->clear();
    for (const PictureEdge &edge : m_picture.edges) {
        auto *item = new DiagramEdge(edge, &m_theme);
        m_edges.insert(edge.id, item);
        scene()->addItem(item);
        if (!edge.look.label.isEmpty()) {
            scene()->addItem(new DiagramLabel(edge, &m_theme));
        }
    }
    for (const PictureNode &node : m_picture.nodes) {
        auto *item = new DiagramNode(node, &m_theme);
        m_nodes.insert(node.id, item);
        scene()->addItem(item);
    }
    const qreal slack = m_picture.slack;
    setSceneRect(m_picture.bounds.adjusted(-slack, -slack, slack, slack));
    forgetDiagramParts(*this);
    m_overview->refresh();
    if (m_findBar->isHidden()) {
        mark();
    } else {
        lookFor(m_findBar->field()->text());
    }
}

void DiagramView::mark()
{
    const bool searches = !m_findBar->isHidden() && !m_matches.empty();
    const QSet<QString> matches(m_matches.begin(), m_matches.end());
    for (DiagramNode *node : std::as_const(m_nodes)) {
        const QString &id = node->node().id;
        const bool keyboard = hasFocus() && m_keyboardEdge.isEmpty() && id == m_keyboardNode;
        node->setFocusRing(keyboard ? Qt::Checked : id == m_focusNode ? Qt::PartiallyChecked : Qt::Unchecked);
        const bool matched = searches && matches.contains(id);
        node->setMatch(!matched        ? DiagramNode::Match::None
                       : id == m_match ? DiagramNode::Match::Current
                                       : DiagramNode::Match::One);
        node->setOpacity(searches && !matched ? faded : 1);
    }
    for (DiagramEdge *edge : std::as_const(m_edges)) {
        edge->setKeyboard(hasFocus() && edge->edge().id == m_keyboardEdge ? Qt::Checked : Qt::Unchecked);
        edge->setOpacity(searches ? faded : 1);
    }
    viewport()->update();
}

void DiagramView::setFocusNode(const QString &id)
{
    const bool isOther = m_focusNode != id;
    m_focusNode = id;
    if (isOther) {
        m_keyboardNode = id;
        m_keyboardEdge.clear();
        mark();
    }
    // Told the same again (the picture is new, the place is not) it leaves a person who has moved away where they are.
    if (m_follow == Follow::On && (isOther || m_keepsFocusShown)) {
        showNode(id);
    }
    placeOverview();
}

bool DiagramView::isInView(const QString &id) const
{
    const PictureNode *node = m_picture.find(id);
    return node != nullptr && viewport()->rect().contains(mapFromScene(node->rect).boundingRect());
}

} // namespace faultline::ui
