#pragma once

#include "core/guide/guide.h"

#include <QtCore/QSet>

namespace faultline::ui {

/// An arrow of the chart: which answers of `from` lead to `to`, perhaps by way of folded nodes.
struct ChartEdge {
    int from = 0; ///< index into ChartGraph::nodes
    int to = 0;
    std::vector<checks::Answer> answers; ///< empty for what follows an action
    int folded = 0;                      ///< nodes left out on the way
    bool note = false;                   ///< a leaf that is only noted while the walk goes on
    bool lit = false;                    ///< the walk went this way; chartGraph() does not know
};

/// The part of the guide that is shown.
struct ChartGraph {
    std::vector<guide::Node> nodes;
    std::vector<ChartEdge> edges;
    int folded = 0; ///< nodes that are not shown

    int indexOf(const guide::NodeId &id) const; ///< -1 when not shown
};

/// The chart of `shown`. A node that is not shown is folded: an edge to it goes on to the shown node that the walk
/// would reach without that node's check, which by the guide's make is its `unknown` edge (else no, else yes).
ChartGraph chartGraph(const std::vector<guide::Node> &nodes, const QSet<guide::NodeId> &shown);

/// The nodes of the original one-page chart.
QSet<guide::NodeId> originalNodes(const std::vector<guide::Node> &nodes);

} // namespace faultline::ui
