#pragma once

#include "ui/common/diagrampicture.h"
#include "ui/flowchart/chartlight.h"

namespace faultline::ui {

enum class ChartScope {
    OnePage,  ///< the original chart, what teams add, and what the walk passed
    AllChecks ///< every node of the guide
};

/// What the chart is made of; all values. `nodes` and `layers` are the guide's.
struct ChartInput {
    const std::vector<guide::Node> &nodes;
    const std::vector<guide::LayerInfo> &layers;
    const ChartLight &light;
    base::Language language = base::Language::English;
    ChartScope scope = ChartScope::OnePage;
};

/// The guide as a placed picture: bands are layers, the lit path thick, the leaf by its verdict, the rest quiet.
Picture chartPicture(const ChartInput &input);

/// How one node looks; ids of nodes are the guide's.
NodeLook chartNodeLook(const guide::Node &node, const LitNode *lit, base::Language language);

} // namespace faultline::ui
