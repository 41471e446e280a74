#include "ui/common/diagramaccessible.h"
#include "ui/common/diagramfindbar.h"
#include "ui/common/diagramview.h"
#include "ui/common/diagramwalk.h"

#include <QtGui/QKeyEvent>

#include <algorithm>
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

void DiagramView::setKeyboardNode(const QString &id)
{
    m_keyboardNode = id;
    m_keyboardEdge.clear();
    announce();
    showNode(id);
    placeOverview();
}

void DiagramView::setKeyboardEdge(const QString &id)
{
    const PictureEdge *edge = findEdge(m_picture, id);
    if (edge == nullptr) {
        return;
    }
    if (edgeFrom(*edge) != m_keyboardNode && edgeTo(*edge) != m_keyboardNode) {
        m_keyboardNode = edgeFrom(*edge);
    }
    m_keyboardEdge = id;
    announce();
}

void DiagramView::announce()
{
    if (const PictureEdge *edge = findEdge(m_picture, m_keyboardEdge)) {
        setAccessibleDescription(edgeSentence(m_picture, *edge, m_language));
    } else if (const PictureNode *node = m_picture.find(m_keyboardNode)) {
        setAccessibleDescription(nodeSentence(*node));
    }
    mark();
    if (hasFocus()) {
        tellDiagramFocus(*this);
    }
}

void DiagramView::activate(const QString &id)
{
    if (m_picture.find(id) != nullptr) {
        Q_EMIT nodeActivated(id);
    } else if (findEdge(m_picture, id) != nullptr) {
        Q_EMIT edgeActivated(id);
    }
}

bool DiagramView::handleWalkKey(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    switch (event.key()) {
    case Qt::Key_F:
        if (event.modifiers() != Qt::ControlModifier) {
            return false;
        }
        find(QString());
        return true;
    case Qt::Key_Slash:
        if (plain) {
            find(QString());
        }
        return plain;
    case Qt::Key_Escape:
        if (m_findBar->isHidden()) {
            return false;
        }
        endFind();
        return true;
    case Qt::Key_E:
        if (plain) {
            stepEdge(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        }
        return plain;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: {
        const QString id = m_keyboardEdge.isEmpty() ? m_keyboardNode : m_keyboardEdge; // a copy: it may change under it
        activate(id);
        return !id.isEmpty();
    }
    default:
        return plain && (moveToEnd(event.key()) || moveKeyboard(event.key()));
    }
}

bool DiagramView::moveToEnd(int key)
{
    if (key != Qt::Key_Home && key != Qt::Key_End) {
        return false;
    }
    const std::vector<QString> way = wayOf(m_picture);
    if (!way.empty()) {
        setKeyboardNode(key == Qt::Key_Home ? way.front() : way.back());
    }
    return true;
}

bool DiagramView::moveKeyboard(int key)
{
    const std::optional<QPointF> direction = directionOf(key);
    if (!direction) {
        return false;
    }
    const PictureNode *from = m_picture.find(m_keyboardNode);
    const PictureNode *to = from != nullptr ? nodeTowards(m_picture, *from, *direction) : nullptr;
    if (from == nullptr) {
        setKeyboardNode(anchorNode());
    } else if (to != nullptr) {
        setKeyboardNode(to->id);
    } else if (!m_keyboardEdge.isEmpty()) {
        setKeyboardNode(QString(m_keyboardNode));
    }
    return true;
}

// Round the edges of the node; after the last one comes the node itself.
void DiagramView::stepEdge(int by)
{
    const std::vector<const PictureEdge *> edges = edgesOf(m_picture, m_keyboardNode);
    if (edges.empty()) {
        return;
    }
    const auto found =
        std::find_if(edges.begin(), edges.end(), [&](const PictureEdge *edge) { return edge->id == m_keyboardEdge; });
    const auto stops = static_cast<int>(edges.size()) + 1; // 0: the node
    const int present = found == edges.end() ? 0 : static_cast<int>(found - edges.begin()) + 1;
    const int next = (present + by + stops) % stops;
    if (next == 0) {
        setKeyboardNode(QString(m_keyboardNode));
    } else {
        setKeyboardEdge(edges[static_cast<size_t>(next) - 1]->id);
    }
}

// Tab walks the path and leaves at its ends.
bool DiagramView::focusNextPrevChild(bool next)
{
    const std::vector<QString> way = hasFocus() ? wayOf(m_picture) : std::vector<QString>();
    const auto here = std::find(way.begin(), way.end(), m_keyboardNode);
    if (here != way.end() && next && here + 1 != way.end()) {
        setKeyboardNode(*(here + 1));
        return true;
    }
    if (here != way.end() && !next && here != way.begin()) {
        setKeyboardNode(*(here - 1));
        return true;
    }
    return QAbstractScrollArea::focusNextPrevChild(next);
}

// By Tab one comes to where one was, else to an end of the path.
void DiagramView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (m_picture.find(m_keyboardNode) == nullptr) {
        const std::vector<QString> way = wayOf(m_picture);
        const bool backwards = event->reason() == Qt::BacktabFocusReason;
        m_keyboardNode = way.empty() ? QString() : backwards ? way.back() : way.front();
        m_keyboardEdge.clear();
    }
    announce();
}

void DiagramView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    mark();
}

} // namespace faultline::ui
