#include "ui/topology/topologyview.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

const base::LocalizedText kName{u"Topology"_s, u"拓扑"_s};

} // namespace

TopologyView::TopologyView(QWidget *parent) : DiagramView(parent)
{
    connect(this, &DiagramView::nodeActivated, this, &TopologyView::activate);
    keepFit();
    setLanguage(m_language);
}

void TopologyView::setTopology(topology::Topology topology)
{
    m_topology = std::move(topology);
    redraw();
}

void TopologyView::setLanguage(base::Language language)
{
    m_language = language;
    setAccessibleName(kName.in(language));
    DiagramView::setLanguage(language);
    redraw();
}

void TopologyView::redraw()
{
    m_objects.clear();
    for (size_t item = 0; item < m_topology.items.size(); ++item) {
        m_objects.insert(topologyId(m_topology, static_cast<int>(item)), m_topology.items[item].object);
    }
    setPicture(topologyPicture(m_topology, m_language));
}

void TopologyView::activate(const QString &id)
{
    if (const auto object = m_objects.constFind(id); object != m_objects.constEnd()) {
        Q_EMIT objectActivated(*object);
    }
}

} // namespace faultline::ui
