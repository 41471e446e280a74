#pragma once

#include "ui/flowchart/chartlight.h"

#include <QtCore/QSet>

namespace faultline::ui {

/// A stretch of the lit path that is drawn as one node: checks of ours that the walk only passed. Its node stays where
/// it is when the stretch is opened, and folds it again.
struct ChartFold {
    std::vector<guide::NodeId> members; ///< two or more, in order
    int unanswered = 0;                 ///< of them that could not be checked, or were not tried
    int current = -1;                   ///< the member in focus
    bool isOpen = false;
};

/// The guide and the light as they are drawn: each fold is an action in the place of its members (closed) or before
/// them (open), and what was lit is lit through it.
struct FoldedChart {
    std::vector<guide::Node> nodes;
    ChartLight light;
    std::map<guide::NodeId, ChartFold> folds;
};

/// Folds what the lit paths of `light` only pass; `opened` names the folds to keep open.
FoldedChart foldedChart(const std::vector<guide::Node> &nodes, const ChartLight &light,
                        const QSet<guide::NodeId> &opened);

/// The id of the fold that begins with a node; ids of the guide have no '+'.
guide::NodeId foldId(const guide::NodeId &first);

} // namespace faultline::ui
