#include "ui/main/diagrams.h"

#include "ui/connections/connectionsview.h"
#include "ui/flowchart/flowchartview.h"
#include "ui/flowchart/scopebar.h"
#include "ui/topology/topologyview.h"

namespace faultline::ui {

Diagrams::Diagrams(const guide::Guide &guide, QWidget *parent)
    : QObject(parent),
      m_guide(new FlowchartView(parent)),
      m_topology(new TopologyView(parent)),
      m_connections(new connections::ConnectionsView(parent))
{
    m_guide->setGuide(guide);
    connect(m_guide, &FlowchartView::stepActivated, this,
            [this](const ChartFocus &step) { Q_EMIT stepActivated(step.walk, step.step); });
    connect(m_topology, &TopologyView::objectActivated, this, &Diagrams::objectActivated);
    connect(m_topology, &TopologyView::placeActivated, this, &Diagrams::placeActivated);
    connect(m_connections, &connections::ConnectionsView::placeActivated, this, &Diagrams::placeActivated);
}

DiagramArea::Views Diagrams::views() const { return {m_topology, m_connections, m_guide, m_guide->scopeBar()}; }

int Diagrams::oddConnections() const { return m_connections->oddRows(); }

void Diagrams::showObjects(const investigation::Investigation &investigation)
{
    const guide::Diagnosis *diagnosis = investigation.diagnosis();
    const bool has = diagnosis != nullptr && investigation.cluster() != nullptr;
    m_topology->setTopology(has ? topology::topologyOf(*investigation.cluster(), *diagnosis) : topology::Topology());
    m_connections->setRows(has ? topology::connectionsOf(*investigation.cluster(), *diagnosis)
                               : std::vector<topology::Connection>());
    const bool isFromFiles = has && investigation.origin().type == source::Origin::Type::Files;
    m_connections->setFiles(isFromFiles ? investigation.origin().files : QStringList());
}

void Diagrams::showWalk(const investigation::Investigation &investigation)
{
    const auto &focus = investigation.focus();
    m_guide->setDiagnosis(investigation.diagnosis(), {focus.walk, focus.step});
}

void Diagrams::setTheme(const Theme &theme)
{
    m_guide->setTheme(theme);
    m_topology->setTheme(theme);
    m_connections->setTheme(theme);
}

void Diagrams::setLanguage(base::Language language)
{
    m_guide->setLanguage(language);
    m_topology->setLanguage(language);
    m_connections->setLanguage(language);
}

} // namespace faultline::ui
