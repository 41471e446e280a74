#pragma once

#include "ui/common/diagrampicture.h"
#include "ui/flowchart/chartfolds.h"

namespace faultline::ui {

enum class ChartScope {
    Way,      ///< the way that was taken, from START down to the leaf, and nothing else
    OnePage,  ///< the original chart, what teams add, and the way
    AllChecks ///< every node of the guide
};

/// What the chart is made of; all values. `nodes` and `layers` are the guide's.
struct ChartInput {
    const std::vector<guide::Node> &nodes;
    const std::vector<guide::LayerInfo> &layers;
    const ChartLight &light;
    base::Language language = base::Language::English;
    ChartScope scope = ChartScope::OnePage;
    QSet<guide::NodeId> opened = {}; ///< folds that are open; see foldedChart()
    qreal width = 760;               ///< of the view, which ChartScope::Way fills
};

/// The guide as a placed picture: bands are layers, the lit path thick, the leaf by its verdict, the rest quiet. But
/// for AllChecks, what the path only passed is folded.
struct ChartPicture {
    Picture picture;
    guide::NodeId focus; ///< the node that stands for the step in focus: it, or the fold that it lies in
};
ChartPicture chartPicture(const ChartInput &input);

/// How ChartScope::Way divides a width: two columns or more.
struct WayColumns {
    int count = 2;
    qreal width = 0; ///< of a node

    bool operator==(const WayColumns &) const = default;
};
WayColumns wayColumns(qreal width);

/// How one node looks; ids of nodes are the guide's.
NodeLook chartNodeLook(const guide::Node &node, const LitNode *lit, base::Language language);

/// How a fold looks: how many it holds, how many of them nobody could answer, which one is in focus.
NodeLook foldLook(const ChartFold &fold, const std::vector<guide::Node> &nodes, base::Language language);

} // namespace faultline::ui
