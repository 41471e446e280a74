#include "ui/flowchart/flowchartview.h"

#include "core/guide/background.h"
#include "ui/flowchart/scopebar.h"

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

const base::LocalizedText kName{u"Guide"_s, u"排查指南"_s};

} // namespace

FlowchartView::FlowchartView(QWidget *parent) : DiagramView(parent), m_scopeBar(new ScopeBar(this))
{
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_scopeBar->setScope(m_scope);
    m_scopeBar->hide(); // until somebody places it
    connect(m_scopeBar, &ScopeBar::chosen, this, &FlowchartView::setScope);
    connect(this, &DiagramView::nodeActivated, this, &FlowchartView::activate);
    setLanguage(m_language);
}

void FlowchartView::setGuide(const guide::Guide &guide)
{
    m_guide = guide;
    setChart(guide::nodesFor(guide, model::Kind::Unknown), guide.layers());
}

void FlowchartView::setChart(std::vector<guide::Node> nodes, std::vector<guide::LayerInfo> layers)
{
    m_nodes = std::move(nodes);
    m_layers = std::move(layers);
    redraw();
}

void FlowchartView::setDiagnosis(const guide::Diagnosis *diagnosis, const ChartFocus &focus)
{
    if (m_guide) {
        const model::Kind kind = diagnosis != nullptr ? diagnosis->subject.kind : model::Kind::Unknown;
        m_nodes = guide::nodesFor(*m_guide, kind);
        m_isBeside = !m_guide->kindEntry(kind).isEmpty();
    }
    m_light = diagnosis != nullptr ? chartLight(*diagnosis, focus) : ChartLight();
    redraw();
}

void FlowchartView::setLanguage(base::Language language)
{
    m_language = language;
    setAccessibleName(kName.in(language));
    m_scopeBar->setLanguage(language);
    DiagramView::setLanguage(language);
    redraw();
}

void FlowchartView::setScope(ChartScope scope)
{
    if (m_scope != scope) {
        m_scope = scope;
        m_scopeBar->setScope(scope);
        redraw();
    }
}

ChartFocus FlowchartView::stepOf(const guide::NodeId &id) const
{
    const LitNode *lit = m_light.find(id);
    return lit == nullptr || lit->role == LitNode::Role::Noted ? ChartFocus() : ChartFocus{lit->walk, lit->step};
}

void FlowchartView::activate(const guide::NodeId &id)
{
    if (picture().find(id) != nullptr && id.startsWith(foldId({}))) {
        if (!m_opened.remove(id)) {
            m_opened.insert(id);
        }
        redraw();
        return;
    }
    if (const ChartFocus step = stepOf(id); step.walk >= 0) {
        Q_EMIT stepActivated(step);
    }
}

void FlowchartView::resizeEvent(QResizeEvent *event)
{
    if (m_scope == ChartScope::Way && wayColumns(viewport()->width()) != m_columns) {
        redraw();
    }
    DiagramView::resizeEvent(event);
}

void FlowchartView::redraw()
{
    // The one-page chart is about applications; other branches are short enough to be shown whole.
    const ChartScope scope = m_isBeside && m_scope == ChartScope::OnePage ? ChartScope::AllChecks : m_scope;
    m_columns = wayColumns(viewport()->width());
    ChartPicture made =
        chartPicture({m_nodes, m_layers, m_light, m_language, scope, m_opened, qreal(viewport()->width())});
    setPicture(std::move(made.picture));
    setFocusNode(made.focus);
}

} // namespace faultline::ui
