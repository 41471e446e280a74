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

} // namespace

std::vector<ChartCell> wayCells(const ChartGraph &graph, const ChartLight &light, int columns)
{
    const auto notes = notesOf(graph);
    std::vector<ChartCell> cells(graph.nodes.size());
    std::map<guide::Layer, int> firstFree; // rows, of each layer
    for (const LitPath &path : light.paths) {
        int row = firstFree[path.layer];
        int column = 0;
        int below = 0; // notes under this line
        for (const guide::NodeId &id : path.nodes) {
            const int node = graph.indexOf(id);
            if (node < 0) {
                continue;
            }
            if (column == columns) {
                row += 1 + below;
                column = 0;
                below = 0;
            }
            cells[static_cast<size_t>(node)] = {column, row};
            const auto noted = notes.find(node);
            const int count = noted == notes.end() ? 0 : static_cast<int>(noted->second.size());
            for (int i = 0; i < count; ++i) {
                cells[static_cast<size_t>(noted->second[static_cast<size_t>(i)])] = {column, row + 1 + i};
            }
            below = std::max(below, count);
            ++column;
        }
        firstFree[path.layer] = row + 1 + below;
    }
    return cells;
}

} // namespace faultline::ui
