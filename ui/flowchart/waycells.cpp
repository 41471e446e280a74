#include "ui/flowchart/chartcells.h"

#include <algorithm>
#include <map>

namespace faultline::ui {

namespace {

// The leaves that were noted at a node.
std::map<int, std::vector<int>> notesOf(const ChartGraph &graph)
{
    std::map<int, std::vector<int>> notes;
    for (const ChartEdge &edge : graph.edges) {
        if (edge.note) {
            notes[edge.from].push_back(edge.to);
        }
    }
    return notes;
}

// Where the next node of a layer goes. A walk may end in the next layer.
struct Line {
    int row = 0;
    int column = 0;
    int below = 0; // notes under this line

    void end()
    {
        row += column > 0 ? 1 + below : 0;
        column = 0;
        below = 0;
    }
};

} // namespace

std::vector<ChartCell> wayCells(const ChartGraph &graph, const ChartLight &light, int columns)
{
    const auto notes = notesOf(graph);
    std::vector<ChartCell> cells(graph.nodes.size());
    std::map<guide::Layer, Line> lines;
    for (const LitPath &path : light.paths) {
        for (const guide::NodeId &id : path.nodes) {
            const int node = graph.indexOf(id);
            if (node < 0) {
                continue;
            }
            Line &line = lines[graph.nodes[static_cast<size_t>(node)].layer];
            if (line.column == columns) {
                line.end();
            }
            cells[static_cast<size_t>(node)] = {line.column, line.row};
            if (const auto noted = notes.find(node); noted != notes.end()) {
                int row = line.row;
                for (const int leaf : noted->second) {
                    cells[static_cast<size_t>(leaf)] = {line.column, ++row};
                }
                line.below = std::max(line.below, row - line.row);
            }
            ++line.column;
        }
        for (auto &[layer, line] : lines) {
            line.end();
        }
    }
    return cells;
}

} // namespace faultline::ui
