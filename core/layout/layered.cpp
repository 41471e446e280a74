#include "core/layout/grid.h"

#include <algorithm>
#include <map>

namespace faultline::layout {

namespace {

class Builder
{
public:
    Builder(const std::vector<NodeIn> &nodes, const std::vector<int> &chosen, const std::vector<int> &layer)
    {
        int top = 0;
        for (const int node : chosen) {
            m_vertex[node] = addVertex(node, layer[static_cast<size_t>(node)]);
            m_graph.spine.back() = nodes[static_cast<size_t>(node)].spine;
            top = std::max(top, layer[static_cast<size_t>(node)]);
        }
        m_graph.layers.resize(static_cast<size_t>(top) + 1);
    }

    void addEdge(const EdgeIn &edge)
    {
        const auto from = m_vertex.find(edge.from);
        const auto to = m_vertex.find(edge.to);
        if (from == m_vertex.end() || to == m_vertex.end() || edge.from == edge.to) {
            return;
        }
        int low = from->second;
        int high = to->second;
        if (layerOf(low) == layerOf(high)) {
            m_graph.flat.emplace_back(low, high);
            return;
        }
        if (layerOf(low) > layerOf(high)) {
            std::swap(low, high);
        }
        m_graph.direct.emplace_back(low, high);
        thread(low, high);
    }

    Layered finish()
    {
        for (size_t vertex = 0; vertex < m_graph.real.size(); ++vertex) {
            m_graph.layers[static_cast<size_t>(m_graph.layerOf[vertex])].push_back(static_cast<int>(vertex));
        }
        return std::move(m_graph);
    }

private:
    int layerOf(int vertex) const { return m_graph.layerOf[static_cast<size_t>(vertex)]; }

    int addVertex(int node, int layer)
    {
        m_graph.real.push_back(node);
        m_graph.layerOf.push_back(layer);
        m_graph.spine.push_back(false);
        m_graph.before.emplace_back();
        m_graph.after.emplace_back();
        return static_cast<int>(m_graph.real.size()) - 1;
    }

    // One stand-in for each layer that the edge passes.
    void thread(int low, int high)
    {
        int last = low;
        for (int layer = layerOf(low) + 1; layer < layerOf(high); ++layer) {
            const int standIn = addVertex(-1, layer);
            link(last, standIn);
            last = standIn;
        }
        link(last, high);
    }

    void link(int low, int high)
    {
        m_graph.after[static_cast<size_t>(low)].push_back(high);
        m_graph.before[static_cast<size_t>(high)].push_back(low);
    }

    Layered m_graph;
    std::map<int, int> m_vertex;
};

} // namespace

Layered layeredOf(const std::vector<NodeIn> &nodes, const std::vector<EdgeIn> &edges, const std::vector<int> &chosen,
                  const std::vector<int> &layer)
{
    Builder builder(nodes, chosen, layer);
    for (const EdgeIn &edge : edges) {
        builder.addEdge(edge);
    }
    return builder.finish();
}

} // namespace faultline::layout
