#pragma once

#include "ui/common/diagramview.h"
#include "ui/flowchart/chartpicture.h"

namespace faultline::ui {

class ScopeBar;

/// The guide as a chart with the lit path of one diagnosis. Opens at 100 % on the node in focus. A fold opens on a
/// click.
class FlowchartView : public DiagramView
{
    Q_OBJECT

public:
    explicit FlowchartView(QWidget *parent = nullptr);

    void setGuide(const guide::Guide &guide);
    /// The same from its parts.
    void setChart(std::vector<guide::Node> nodes, std::vector<guide::LayerInfo> layers);

    /// nullptr: the bare chart. The diagnosis is read at once and not kept.
    void setDiagnosis(const guide::Diagnosis *diagnosis, const ChartFocus &focus = {});
    void setLanguage(base::Language language);
    void setScope(ChartScope scope);

    ChartScope scope() const { return m_scope; }
    ScopeBar *scopeBar() const { return m_scopeBar; } ///< chooses the scope; whoever places the chart places it
    /// The step that a lit node stands for, or a focus of -1: for nodeActivated() -> Investigation::setFocus().
    ChartFocus stepOf(const guide::NodeId &id) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void stepActivated(const faultline::ui::ChartFocus &step); ///< a lit node was chosen

private:
    void redraw();
    void activate(const guide::NodeId &id);

    std::vector<guide::Node> m_nodes;    ///< of the branches that the diagnosis is about
    std::optional<guide::Guide> m_guide; ///< by setGuide()
    bool m_isBeside = false;             ///< the diagnosis is about something beside the applications
    std::vector<guide::LayerInfo> m_layers;
    ChartLight m_light;
    base::Language m_language = base::Language::English;
    ChartScope m_scope = ChartScope::Way;
    ScopeBar *m_scopeBar;
    QSet<guide::NodeId> m_opened; ///< folds
    WayColumns m_columns;         ///< of the picture
};

} // namespace faultline::ui
