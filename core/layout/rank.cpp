#include "core/layout/grid.h"

#include <algorithm>

namespace faultline::layout {

namespace {

using Lists = std::vector<std::vector<size_t>>;

// Successors within each band, without loops of one node.
Lists successorsWithinBands(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges)
{
    Lists after(nodes.size());
    for (const EdgeIn &edge : edges) {
        const auto from = static_cast<size_t>(edge.from);
        const auto to = static_cast<size_t>(edge.to);
        if (from != to && nodes[from].band == nodes[to].band) {
            after[from].push_back(to);
        }
    }
    return after;
}

// Depth first from each node in turn; an edge back into the open path is turned round. Gives the nodes in an order in
// which every kept edge points forward. No recursion: chains may be thousands long.
class Untangle
{
public:
    explicit Untangle(const Lists &after) : m_after(after), m_mark(after.size(), Mark::New), m_acyclic(after.size())
    {
        for (size_t node = 0; node < after.size(); ++node) {
            visit(node);
        }
        std::reverse(m_order.begin(), m_order.end());
    }

    const std::vector<size_t> &order() const { return m_order; }
    const Lists &acyclic() const { return m_acyclic; }

private:
    enum class Mark { New, Open, Done };

    void visit(size_t start)
    {
        if (m_mark[start] != Mark::New) {
            return;
        }
        std::vector<std::pair<size_t, size_t>> stack{{start, 0}};
        m_mark[start] = Mark::Open;
        while (!stack.empty()) {
            const size_t node = stack.back().first;
            if (stack.back().second == m_after[node].size()) {
                m_mark[node] = Mark::Done;
                m_order.push_back(node);
                stack.pop_back();
                continue;
            }
            const size_t next = m_after[node][stack.back().second++];
            if (m_mark[next] == Mark::Open) {
                m_acyclic[next].push_back(node);
                continue;
            }
            m_acyclic[node].push_back(next);
            if (m_mark[next] == Mark::New) {
                m_mark[next] = Mark::Open;
                stack.emplace_back(next, 0);
            }
        }
    }

    const Lists &m_after;
    std::vector<Mark> m_mark;
    Lists m_acyclic;
    std::vector<size_t> m_order;
};

// A node without a way in moves up to its nearest follower.
void tighten(const std::vector<NodeIn> &nodes, const Untangle &graph, std::vector<int> &rank)
{
    std::vector<bool> hasWayIn(nodes.size());
    for (const auto &list : graph.acyclic()) {
        for (const size_t next : list) {
            hasWayIn[next] = true;
        }
    }
    for (size_t node = 0; node < nodes.size(); ++node) {
        const auto &after = graph.acyclic()[node];
        if (hasWayIn[node] || nodes[node].rank >= 0 || after.empty()) {
            continue;
        }
        const auto nearest =
            std::min_element(after.begin(), after.end(), [&](size_t a, size_t b) { return rank[a] < rank[b]; });
        rank[node] = std::max(0, rank[*nearest] - 1);
    }
}

} // namespace

std::vector<int> ranksOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges)
{
    const Lists after = successorsWithinBands(nodes, edges);
    const Untangle graph(after);
    std::vector<int> rank(nodes.size(), 0);
    for (size_t node = 0; node < nodes.size(); ++node) {
        rank[node] = std::max(0, nodes[node].rank);
    }
    for (const size_t node : graph.order()) {
        for (const size_t next : graph.acyclic()[node]) {
            if (nodes[next].rank < 0) {
                rank[next] = std::max(rank[next], rank[node] + 1);
            }
        }
    }
    tighten(nodes, graph, rank);
    return rank;
}

} // namespace faultline::layout
