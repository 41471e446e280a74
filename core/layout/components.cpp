#include "core/layout/grid.h"

#include <numeric>

namespace faultline::layout {

namespace {

class Union
{
public:
    explicit Union(size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), size_t(0)); }

    size_t root(size_t item)
    {
        while (m_parent[item] != item) {
            item = m_parent[item] = m_parent[m_parent[item]];
        }
        return item;
    }

    // The smaller index stays the root, so that components come out by their first node.
    void join(size_t one, size_t other)
    {
        const size_t left = root(one);
        const size_t right = root(other);
        m_parent[std::max(left, right)] = std::min(left, right);
    }

private:
    std::vector<size_t> m_parent;
};

} // namespace

std::vector<std::vector<int>> componentsOf(size_t nodeCount, const std::vector<EdgeIn> &edges)
{
    Union sets(nodeCount);
    for (const EdgeIn &edge : edges) {
        sets.join(static_cast<size_t>(edge.from), static_cast<size_t>(edge.to));
    }
    std::vector<std::vector<int>> components;
    std::vector<size_t> number(nodeCount);
    for (size_t node = 0; node < nodeCount; ++node) {
        const size_t root = sets.root(node);
        if (root == node) {
            number[node] = components.size();
            components.emplace_back();
        }
        components[number[root]].push_back(static_cast<int>(node));
    }
    return components;
}

} // namespace faultline::layout
