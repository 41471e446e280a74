#include "ui/flowchart/flowchartview.h"

#include "core/guide/background.h"
#include "ui/common/diagramcontrols.h"

#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

const base::LocalizedText kAllChecks{u"All checks"_s, u"全部检查"_s};
const base::LocalizedText kAllChecksTip{u"Off: the one-page chart and what was asked. On: every check of the guide."_s,
                                        u"关闭：单页流程图和已检查的步骤。打开：指南中的全部检查。"_s};
const base::LocalizedText kName{u"Guide"_s, u"排查指南"_s};

} // namespace

FlowchartView::FlowchartView(QWidget *parent) : DiagramView(parent)
{
    controls()->offerSwitch(kAllChecks, kAllChecksTip);
    connect(controls(), &DiagramControls::switched, this,
            [this](bool on) { setScope(on ? ChartScope::AllChecks : ChartScope::OnePage); });
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
    DiagramView::setLanguage(language);
    redraw();
}

void FlowchartView::setScope(ChartScope scope)
{
    if (m_scope != scope) {
        m_scope = scope;
        controls()->switchButton()->setChecked(scope == ChartScope::AllChecks);
        redraw();
    }
}

ChartFocus FlowchartView::stepOf(const guide::NodeId &id) const
{
    const LitNode *lit = m_light.find(id);
    return lit == nullptr || lit->role == LitNode::Role::Noted ? ChartFocus() : ChartFocus{lit->walk, lit->step};
}

void FlowchartView::redraw()
{
    // The one-page chart is about applications; other branches are short enough to be shown whole.
    const ChartScope scope = m_isBeside ? ChartScope::AllChecks : m_scope;
    setPicture(chartPicture({m_nodes, m_layers, m_light, m_language, scope}));
    setFocusNode(m_light.focus);
}

} // namespace faultline::ui
