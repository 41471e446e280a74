#include "ui/topology/topologyview.h"

#include "ui/common/diagramcontrols.h"
#include "ui/topology/topologygroups.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

const base::LocalizedText kName{u"Topology"_s, u"拓扑"_s};

} // namespace

TopologyView::TopologyView(QWidget *parent) : DiagramView(parent)
{
    connect(this, &DiagramView::nodeActivated, this, &TopologyView::activateNode);
    connect(this, &DiagramView::edgeActivated, this, &TopologyView::activateEdge);
    controls()->followButton()->hide(); // it has no step
    keepFit();
    setLanguage(language());
}

void TopologyView::setTopology(topology::Topology topology)
{
    m_topology = std::move(topology);
    redraw();
}

void TopologyView::setLanguage(base::Language language)
{
    setAccessibleName(kName.in(language));
    DiagramView::setLanguage(language);
    redraw();
}

void TopologyView::redraw()
{
    const topology::Topology shown = withOpened(m_topology, m_open);
    m_objects.clear();
    m_groups.clear();
    m_places.clear();
    for (int item = 0; item < static_cast<int>(shown.items.size()); ++item) {
        const QString id = topologyId(shown, item);
        const topology::Item &one = shown.items[static_cast<size_t>(item)];
        if (!one.unread) {
            m_objects.insert(id, one.object);
        }
        if (const QString group = groupId(shown, item); !group.isEmpty()) {
            m_groups.insert(id, group);
        }
    }
    for (int link = 0; link < static_cast<int>(shown.links.size()); ++link) {
        m_places.insert(topologyEdgeId(shown, link), shown.links[static_cast<size_t>(link)].place);
    }
    setPicture(topologyPicture(shown, language()));
}

void TopologyView::toggleGroup(const QString &id)
{
    const QString group = m_groups.value(id);
    if (group.isEmpty()) {
        return;
    }
    const bool opens = !m_open.remove(group);
    if (opens) {
        m_open.insert(group);
    }
    const QString kept(id.constData(), id.size()); // it may be a part of what is made anew
    redraw();
    const PictureNode *node = picture().find(kept);
    for (const PictureFrame &frame : picture().frames) {
        if (opens && node != nullptr && frame.title == node->look.title) {
            return showArea(node->rect | frame.rect);
        }
    }
}

void TopologyView::activateNode(const QString &id)
{
    const auto object = m_objects.constFind(id);
    if (object == m_objects.constEnd()) {
        return;
    }
    const model::ObjectRef activated = m_objects.value(id); // a copy: opening makes all of it anew
    toggleGroup(QString(id));
    Q_EMIT objectActivated(activated);
}

void TopologyView::activateEdge(const QString &id)
{
    if (const topology::Place place = m_places.value(id); !place.object.isNull()) {
        Q_EMIT placeActivated(place.object, place.field);
    }
}

} // namespace faultline::ui
