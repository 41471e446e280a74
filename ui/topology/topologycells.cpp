#include "ui/topology/topologycells.h"

#include <algorithm>
#include <set>

namespace faultline::ui {

namespace {

using model::Kind;
using topology::Item;
using topology::Link;

constexpr int kWorkloadColumn = 0;
constexpr int kReplicaSetColumn = 1;
constexpr int kPodColumn = 2;

size_t at(int index) { return static_cast<size_t>(index); }

class Cells
{
public:
    explicit Cells(const topology::Topology &topology) : m_topology(topology), m_nodes(topology.items.size())
    {
        for (size_t item = 0; item < m_nodes.size(); ++item) {
            m_nodes[item].band = static_cast<int>(rowOf(topology.items[item]));
        }
    }

    std::vector<layout::NodeIn> all()
    {
        for (const bool old : {false, true}) {
            placeKind(old, kWorkloadColumn);
            placeKind(old, kReplicaSetColumn);
            placeKind(old, kPodColumn);
        }
        placeAbove(TopologyRow::Service, TopologyRow::Pods);
        placeAbove(TopologyRow::Ingress, TopologyRow::Service);
        return m_nodes;
    }

private:
    static int columnOf(const Item &item)
    {
        if (item.object.kind == Kind::Pod) {
            return kPodColumn;
        }
        return item.object.kind == Kind::ReplicaSet ? kReplicaSetColumn : kWorkloadColumn;
    }

    void put(size_t item, int column, int slot)
    {
        while (!m_taken.emplace(m_nodes[item].band, column, slot).second) {
            ++slot;
        }
        m_nodes[item].rank = column;
        m_nodes[item].slot = slot;
    }

    // A ReplicaSet below the Pods of the one before; Pods in the line of their owner.
    void placeKind(bool old, int column)
    {
        for (size_t item = 0; item < m_nodes.size(); ++item) {
            const Item &one = m_topology.items[item];
            if (rowOf(one) != TopologyRow::Pods || columnOf(one) != column || one.old != old) {
                continue;
            }
            const int owner = partner(static_cast<int>(item), Link::Kind::Owns);
            if (column == kReplicaSetColumn) {
                put(item, column, m_nextLine);
                m_nextLine += std::max(1, childCount(static_cast<int>(item)));
            } else {
                put(item, column, column == kPodColumn && owner >= 0 ? std::max(0, m_nodes[at(owner)].slot) : 0);
            }
        }
    }

    int childCount(int item) const
    {
        return static_cast<int>(std::count_if(m_topology.links.begin(), m_topology.links.end(), [&](const Link &link) {
            return link.kind == Link::Kind::Owns && link.from == item;
        }));
    }

    // The item that points here by such a link.
    int partner(int item, Link::Kind kind) const
    {
        for (const Link &link : m_topology.links) {
            if (link.kind == kind && link.to == item) {
                return link.from;
            }
        }
        return -1;
    }

    void placeAbove(TopologyRow row, TopologyRow below)
    {
        for (size_t item = 0; item < m_nodes.size(); ++item) {
            if (rowOf(m_topology.items[item]) == row) {
                int column = columnBelow(static_cast<int>(item), below);
                while (m_taken.contains({static_cast<int>(row), column, 0})) {
                    ++column;
                }
                put(item, column, 0);
            }
        }
    }

    int columnBelow(int item, TopologyRow below) const
    {
        for (const Link &link : m_topology.links) {
            if (link.from == item && rowOf(m_topology.items[at(link.to)]) == below) {
                return m_nodes[at(link.to)].rank;
            }
        }
        return kPodColumn;
    }

    const topology::Topology &m_topology;
    std::vector<layout::NodeIn> m_nodes;
    std::set<std::tuple<int, int, int>> m_taken;
    int m_nextLine = 0;
};

} // namespace

TopologyRow rowOf(const topology::Item &item)
{
    switch (item.layer) {
    case guide::Layer::Ingress:
    case guide::Layer::Gateway:
    case guide::Layer::Exposure:
        return TopologyRow::Ingress;
    case guide::Layer::Service:
        return TopologyRow::Service;
    case guide::Layer::Rollout:
    case guide::Layer::Pods:
        return TopologyRow::Pods;
    }
    return TopologyRow::Pods;
}

std::vector<layout::NodeIn> topologyCells(const topology::Topology &topology) { return Cells(topology).all(); }

} // namespace faultline::ui
