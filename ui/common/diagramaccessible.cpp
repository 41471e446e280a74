#include "ui/common/diagramaccessible.h"

#include "ui/common/diagramitems.h"
#include "ui/common/diagrampart.h"
#include "ui/common/diagramview.h"

#include <algorithm>

namespace faultline::ui {

namespace {

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *view = qobject_cast<DiagramView *>(object);
    return view != nullptr ? new DiagramAccessible(view) : nullptr;
}

DiagramAccessible *accessibleOf(DiagramView &view)
{
    return dynamic_cast<DiagramAccessible *>(QAccessible::queryAccessibleInterface(&view));
}

} // namespace

DiagramAccessible::DiagramAccessible(DiagramView *view) : QAccessibleWidget(view, QAccessible::Graphic) {}

DiagramAccessible::~DiagramAccessible() { forgetParts(); }

const DiagramView &DiagramAccessible::view() const { return *static_cast<const DiagramView *>(widget()); }

int DiagramAccessible::partCount() const
{
    return static_cast<int>(view().picture().nodes.size() + view().picture().edges.size());
}

int DiagramAccessible::childCount() const { return partCount() + 1; }

QAccessibleInterface *DiagramAccessible::child(int index) const
{
    const auto place = static_cast<size_t>(index);
    if (index < 0 || index > partCount()) {
        return nullptr;
    }
    if (index == partCount()) {
        return QAccessible::queryAccessibleInterface(view().viewport());
    }
    const Picture &picture = view().picture();
    const QString &id =
        place < picture.nodes.size() ? picture.nodes[place].id : picture.edges[place - picture.nodes.size()].id;
    m_parts.resize(std::max(m_parts.size(), place + 1), 0);
    const auto *known = dynamic_cast<DiagramPart *>(QAccessible::accessibleInterface(m_parts[place]));
    if (known != nullptr && known->id() != id) { // of an earlier picture
        QAccessible::deleteAccessibleInterface(m_parts[place]);
        known = nullptr;
    }
    if (known == nullptr) {
        auto *made = new DiagramPart(static_cast<DiagramView *>(widget()), id);
        m_parts[place] = QAccessible::registerAccessibleInterface(made);
    }
    return QAccessible::accessibleInterface(m_parts[place]);
}

int DiagramAccessible::indexOf(const QString &id) const
{
    const Picture &picture = view().picture();
    const auto node =
        std::find_if(picture.nodes.begin(), picture.nodes.end(), [&](const PictureNode &one) { return one.id == id; });
    if (node != picture.nodes.end()) {
        return static_cast<int>(node - picture.nodes.begin());
    }
    const auto edge =
        std::find_if(picture.edges.begin(), picture.edges.end(), [&](const PictureEdge &one) { return one.id == id; });
    return edge == picture.edges.end()
               ? -1
               : static_cast<int>(picture.nodes.size()) + static_cast<int>(edge - picture.edges.begin());
}

int DiagramAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *part = dynamic_cast<const DiagramPart *>(child)) {
        return indexOf(part->id());
    }
    return child != nullptr && child->object() == view().viewport() ? partCount() : -1;
}

QAccessibleInterface *DiagramAccessible::childAt(int x, int y) const
{
    const QPoint position = view().viewport()->mapFromGlobal(QPoint(x, y));
    if (view().viewport()->childAt(position) != nullptr) {
        return child(partCount()); // the controls lie on the picture
    }
    if (const DiagramNode *node = view().nodeAt(position)) {
        return child(indexOf(node->node().id));
    }
    if (const PictureEdge *edge = view().edgeAt(position)) {
        return child(indexOf(edge->id));
    }
    return QAccessibleWidget::childAt(x, y);
}

QAccessibleInterface *DiagramAccessible::focusChild() const
{
    if (!view().hasFocus()) {
        return QAccessibleWidget::focusChild();
    }
    const QString &edge = view().keyboardEdge();
    return child(indexOf(edge.isEmpty() ? view().keyboardNode() : edge));
}

void DiagramAccessible::forgetParts()
{
    for (const QAccessible::Id id : std::exchange(m_parts, {})) {
        if (id != 0) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
}

void installDiagramAccessible()
{
    static const bool installed = [] {
        QAccessible::installFactory(
            [](const QString &className, QObject *object) { return makeAccessible(className, object); });
        return true;
    }();
    Q_UNUSED(installed)
}

void tellDiagramFocus(DiagramView &view)
{
    const DiagramAccessible *accessible = accessibleOf(view);
    if (accessible == nullptr) {
        return;
    }
    const QString &edge = view.keyboardEdge();
    if (const int index = accessible->indexOf(edge.isEmpty() ? view.keyboardNode() : edge); index >= 0) {
        QAccessibleEvent event(&view, QAccessible::Focus);
        event.setChild(index);
        QAccessible::updateAccessibility(&event);
    }
}

void forgetDiagramParts(DiagramView &view)
{
    // queryAccessibleInterface() would make one; of those who only listened once the parts are told invalid by their
    // id.
    // A part of an earlier picture is found out by its id; without a listener there is nothing else to do.
    DiagramAccessible *accessible = QAccessible::isActive() ? accessibleOf(view) : nullptr;
    if (accessible != nullptr) {
        accessible->forgetParts();
        QAccessibleEvent event(&view, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace faultline::ui
