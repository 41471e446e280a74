#include "ui/flowchart/chartcells.h"

#include <algorithm>
#include <map>
#include <set>

namespace faultline::ui {

namespace {

size_t at(int index) { return static_cast<size_t>(index); }

// One layer of the chart.
class LayerCells
{
public:
    LayerCells(const ChartGraph &graph, guide::Layer layer, std::vector<ChartCell> &cells)
        : m_graph(graph), m_cells(cells), m_isOpen(graph.nodes.size()), m_after(graph.nodes.size())
    {
        for (size_t node = 0; node < graph.nodes.size(); ++node) {
            m_isOpen[node] = graph.nodes[node].layer == layer;
            if (m_isOpen[node]) {
                m_members.push_back(static_cast<int>(node));
            }
        }
        std::map<int, const ChartEdge *> nearest; // the edge that a leaf hangs on
        for (const ChartEdge &edge : graph.edges) {
            const ChartEdge *&best = nearest[edge.to];
            best = best == nullptr || weight(edge) < weight(*best) ? &edge : best;
        }
        for (const ChartEdge &edge : graph.edges) {
            if (!isLeaf(edge.to) || nearest[edge.to] == &edge) {
                m_after[at(edge.from)].push_back(edge.to);
            }
        }
    }

    void place()
    {
        int column = 0;
        for (const int node : m_members) {
            if (m_graph.nodes[at(node)].spine) {
                m_isOpen[at(node)] = false;
                m_spine.push_back(node);
            }
        }
        for (const int node : m_spine) {
            column = placeSpine(node, column);
        }
        for (const int node : m_members) {
            if (m_isOpen[at(node)]) { // reached from elsewhere only
                placeBranch(node, findColumn(column, 0, chainFrom(node)), 0);
            }
        }
    }

private:
    // A leaf stands beside the question that really leads to it, and first of all where the walk came from.
    static std::pair<bool, int> weight(const ChartEdge &edge) { return {!edge.lit, edge.folded}; }

    bool isLeaf(int node) const { return m_graph.nodes[at(node)].type == guide::NodeType::Resolution; }

    std::vector<int> openAfter(int node) const
    {
        std::vector<int> result;
        for (const int next : m_after[at(node)]) {
            if (m_isOpen[at(next)] && std::find(result.begin(), result.end(), next) == result.end()) {
                result.push_back(next);
            }
        }
        return result;
    }

    void put(int node, int column, int row)
    {
        m_isOpen[at(node)] = false;
        m_taken.emplace(column, row);
        m_cells[at(node)] = {column, row};
    }

    bool isFree(int column, int row) const { return !m_taken.contains({column, row}); }

    // Moves right until the branch below has a column for itself; gives the next free column of the straight way.
    int placeSpine(int node, int column)
    {
        const std::vector<int> branches = openAfter(node);
        if (!branches.empty()) {
            const int first = deepest(branches);
            column = findColumn(column, 1, chainFrom(first));
            put(node, column, 0);
            placeBranch(first, column, 1);
            for (const int other : branches) {
                if (m_isOpen[at(other)]) {
                    placeBranch(other, findColumn(column + 1, 1, chainFrom(other)), 1);
                }
            }
        } else {
            put(node, column, 0);
        }
        return column + 1;
    }

    // Questions that follow each other, always by the way that goes on longest.
    std::vector<int> chainFrom(int node) const
    {
        std::vector<int> chain;
        std::set<int> seen;
        for (int next = node; next >= 0 && seen.insert(next).second;) {
            chain.push_back(next);
            std::vector<int> further;
            for (const int after : openAfter(next)) {
                if (!isLeaf(after) && !seen.contains(after)) {
                    further.push_back(after);
                }
            }
            next = further.empty() ? -1 : deepest(further);
        }
        return chain;
    }

    int deepest(const std::vector<int> &nodes) const
    {
        std::map<int, int> known;
        return *std::max_element(nodes.begin(), nodes.end(),
                                 [&](int a, int b) { return depth(a, known) < depth(b, known); });
    }

    int depth(int node, std::map<int, int> &known) const
    {
        const auto [place, isNew] = known.emplace(node, 0);
        if (!isNew) {
            return place->second;
        }
        int most = isLeaf(node) ? 0 : 1;
        for (const int next : openAfter(node)) {
            if (!isLeaf(next)) {
                most = std::max(most, 1 + depth(next, known));
            }
        }
        return known[node] = most;
    }

    std::vector<int> leavesOf(int node) const
    {
        std::vector<int> leaves = openAfter(node);
        std::erase_if(leaves, [&](int next) { return !isLeaf(next); });
        return leaves;
    }

    // The first column where the chain and its leaves find free cells from `row` down.
    int findColumn(int column, int row, const std::vector<int> &chain) const
    {
        for (;; ++column) {
            bool fits = true;
            for (size_t i = 0; i < chain.size() && fits; ++i) {
                const int line = row + static_cast<int>(i);
                fits = isFree(column, line) && (leavesOf(chain[i]).empty() || isFree(column + 1, line));
            }
            if (fits) {
                return column;
            }
        }
    }

    void placeBranch(int first, int column, int row)
    {
        const std::vector<int> chain = chainFrom(first);
        for (const int node : chain) {
            while (!isFree(column, row)) {
                ++row;
            }
            put(node, column, row);
            row += placeLeaves(node, column, row);
        }
        for (const int node : chain) {
            for (const int side : openAfter(node)) {
                if (m_isOpen[at(side)]) {
                    placeBranch(side, findColumn(column + 1, m_cells[at(node)].row, chainFrom(side)),
                                m_cells[at(node)].row);
                }
            }
        }
    }

    // Right of the question, further ones below; gives the rows used.
    int placeLeaves(int node, int column, int row)
    {
        int line = row;
        for (const int leaf : leavesOf(node)) {
            while (!isFree(column + 1, line)) {
                ++line;
            }
            put(leaf, column + 1, line++);
        }
        return std::max(1, line - row);
    }

    const ChartGraph &m_graph;
    std::vector<ChartCell> &m_cells;
    std::vector<bool> m_isOpen;
    std::vector<std::vector<int>> m_after;
    std::vector<int> m_members;
    std::vector<int> m_spine;
    std::set<std::pair<int, int>> m_taken;
};

} // namespace

std::vector<ChartCell> chartCells(const ChartGraph &graph)
{
    std::vector<ChartCell> cells(graph.nodes.size());
    std::set<guide::Layer> layers;
    for (const guide::Node &node : graph.nodes) {
        layers.insert(node.layer);
    }
    for (const guide::Layer layer : layers) {
        LayerCells(graph, layer, cells).place();
    }
    return cells;
}

} // namespace faultline::ui
