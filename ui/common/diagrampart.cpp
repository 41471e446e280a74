#include "ui/common/diagrampart.h"

#include "ui/common/diagramaccessible.h"
#include "ui/common/diagramview.h"
#include "ui/common/diagramwalk.h"

namespace faultline::ui {

DiagramPart::DiagramPart(DiagramView *view, QString id) : m_view(view), m_id(std::move(id)) {}

const PictureNode *DiagramPart::node() const { return m_view ? m_view->picture().find(m_id) : nullptr; }

const PictureEdge *DiagramPart::edge() const { return m_view ? findEdge(m_view->picture(), m_id) : nullptr; }

bool DiagramPart::isValid() const { return node() != nullptr || edge() != nullptr; }

QAccessibleInterface *DiagramPart::parent() const { return QAccessible::queryAccessibleInterface(m_view); }

QAccessibleInterface *DiagramPart::child(int index) const
{
    Q_UNUSED(index)
    return nullptr;
}

int DiagramPart::indexOfChild(const QAccessibleInterface *child) const
{
    Q_UNUSED(child)
    return -1;
}

QAccessibleInterface *DiagramPart::childAt(int x, int y) const
{
    Q_UNUSED(x)
    Q_UNUSED(y)
    return nullptr;
}

// A node controls what its edges lead to; an edge its end.
QVector<QPair<QAccessibleInterface *, QAccessible::Relation>> DiagramPart::relations(QAccessible::Relation match) const
{
    QVector<QPair<QAccessibleInterface *, QAccessible::Relation>> made;
    auto *view = static_cast<DiagramAccessible *>(parent());
    if (!isValid() || view == nullptr || !match.testFlag(QAccessible::Controlled)) {
        return made;
    }
    const auto add = [&](const QString &id) {
        if (const int index = view->indexOf(id); index >= 0) {
            made.append({view->child(index), QAccessible::Controlled});
        }
    };
    if (const PictureEdge *own = edge()) {
        add(edgeTo(*own));
        return made;
    }
    for (const PictureEdge *one : edgesOf(m_view->picture(), m_id)) {
        if (edgeFrom(*one) == m_id) {
            add(edgeTo(*one));
        }
    }
    return made;
}

QString DiagramPart::text(QAccessible::Text kind) const
{
    const PictureNode *box = node();
    const PictureEdge *line = edge();
    if (kind == QAccessible::Name) {
        return box != nullptr    ? nodeSentence(*box)
               : line != nullptr ? edgeSentence(m_view->picture(), *line, m_view->language())
                                 : QString();
    }
    if (kind == QAccessible::Description) {
        return box != nullptr ? box->look.tip : line != nullptr ? line->look.tip : QString();
    }
    return {};
}

void DiagramPart::setText(QAccessible::Text kind, const QString &text)
{
    Q_UNUSED(kind)
    Q_UNUSED(text)
}

QRectF DiagramPart::sceneRect() const
{
    if (const PictureNode *box = node()) {
        return box->rect;
    }
    QRectF rect;
    if (const PictureEdge *line = edge()) {
        rect = line->label;
        for (const QPointF &point : line->points) {
            rect |= QRectF(point - QPointF(2, 2), QSizeF(4, 4));
        }
    }
    return rect;
}

QRect DiagramPart::rect() const
{
    if (!isValid()) {
        return {};
    }
    const QRect inView = m_view->mapFromScene(sceneRect()).boundingRect();
    return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

QAccessible::Role DiagramPart::role() const { return edge() != nullptr ? QAccessible::Link : QAccessible::Button; }

QAccessible::State DiagramPart::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    const QString &edge = m_view->keyboardEdge();
    state.focused = m_view->hasFocus() && m_id == (edge.isEmpty() ? m_view->keyboardNode() : edge);
    state.selected = m_id == m_view->focusNode();
    state.invisible = !m_view->isVisible();
    const QRect inView = m_view->mapFromScene(sceneRect()).boundingRect();
    state.offscreen = !m_view->viewport()->rect().intersects(inView);
    return state;
}

void *DiagramPart::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList DiagramPart::actionNames() const { return {pressAction(), setFocusAction()}; }

void DiagramPart::doAction(const QString &name)
{
    if (!isValid()) {
        return;
    }
    const QString id = m_id; // activation may change the picture, and with it this
    DiagramView *view = m_view;
    if (edge() != nullptr) {
        view->setKeyboardEdge(id);
    } else {
        view->setKeyboardNode(id);
    }
    if (name == setFocusAction()) {
        view->setFocus(Qt::OtherFocusReason);
    } else if (name == pressAction()) {
        view->activate(id);
    }
}

QStringList DiagramPart::keyBindingsForAction(const QString &name) const
{
    Q_UNUSED(name)
    return {};
}

} // namespace faultline::ui
