#pragma once

#include "ui/flowchart/chartgraph.h"
#include "ui/flowchart/chartlight.h"

namespace faultline::ui {

/// A place on the chart's grid; rows count from the top of the node's own layer.
struct ChartCell {
    int column = 0;
    int row = 0;
    bool operator==(const ChartCell &) const = default;
};

/// Puts the chart as the one-page guide has it: in each layer the straight way left to right in the first row, a side
/// branch down below its question, each leaf right of its question. No two nodes of a layer share a cell.
std::vector<ChartCell> chartCells(const ChartGraph &graph);

/// Puts each path of `light` as a text runs: left to right over `columns`, then the next line; what was only noted on
/// the way stands below the question that noted it. For a graph of nothing but the paths and the notes.
std::vector<ChartCell> wayCells(const ChartGraph &graph, const ChartLight &light, int columns);

} // namespace faultline::ui
