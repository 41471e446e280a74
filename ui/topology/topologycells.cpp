#include "ui/topology/topologycells.h"

#include <algorithm>
#include <map>
#include <set>

namespace faultline::ui {

namespace {

using model::Kind;
using topology::Item;
using topology::Link;

constexpr int kWorkloadColumn = 0;
constexpr int kChildColumn = 1;
constexpr int kPodColumn = 2;
constexpr int kNamedColumn = 3;
constexpr int kMembersInLine = 4;

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
        for (const int column : {kWorkloadColumn, kChildColumn, kPodColumn}) {
            placeColumn(column);
        }
        placeNamed();
        placeMembers();
        placeAbove(TopologyRow::Service);
        placeAbove(TopologyRow::Ingress);
        return m_nodes;
    }

private:
    const Item &item(int index) const { return m_topology.items[at(index)]; }

    bool isLower(int index) const
    {
        return rowOf(item(index)) == TopologyRow::Pods || rowOf(item(index)) == TopologyRow::Old;
    }

    int columnOf(int index) const
    {
        const Item &one = item(index);
        if (one.object.kind == Kind::Pod) {
            return kPodColumn;
        }
        const bool isNamed = source(index, Link::Kind::Names) >= 0 || source(index, Link::Kind::PerhapsIs) >= 0 ||
                             source(index, Link::Kind::RoutesTo) >= 0;
        if (isNamed) {
            return kNamedColumn;
        }
        const bool hasOwner = source(index, Link::Kind::Owns) >= 0;
        return hasOwner || one.object.kind == Kind::ReplicaSet ? kChildColumn : kWorkloadColumn;
    }

    // What points here by such a link; -1: nothing.
    int source(int index, Link::Kind kind) const
    {
        for (const Link &link : m_topology.links) {
            if (link.kind == kind && link.to == index) {
                return link.from;
            }
        }
        return -1;
    }

    int childCount(int index) const
    {
        return static_cast<int>(std::count_if(m_topology.links.begin(), m_topology.links.end(), [&](const Link &link) {
            return link.kind == Link::Kind::Owns && link.from == index;
        }));
    }

    void put(int index, int column, int slot)
    {
        layout::NodeIn &node = m_nodes[at(index)];
        while (!m_taken.emplace(node.band, column, slot).second) {
            ++slot;
        }
        node.rank = column;
        node.slot = slot;
        int &lines = m_lines[node.band];
        lines = std::max(lines, slot + 1);
    }

    // A ReplicaSet below the Pods of the one before; Pods in the line of their owner, what they name in theirs.
    void placeColumn(int column)
    {
        for (int index = 0; index < static_cast<int>(m_nodes.size()); ++index) {
            if (!isLower(index) || item(index).within >= 0 || columnOf(index) != column) {
                continue;
            }
            if (column == kChildColumn) {
                int &line = m_nextLine[m_nodes[at(index)].band];
                put(index, column, line);
                line += std::max(1, childCount(index));
                continue;
            }
            const int owner = source(index, Link::Kind::Owns);
            put(index, column, owner >= 0 ? std::max(0, m_nodes[at(owner)].slot) : 0);
        }
    }

    // What is named in vain stands below what names it, and left of it what is perhaps meant: so the picture stays
    // narrow.
    void placeNamed()
    {
        for (int index = 0; index < static_cast<int>(m_nodes.size()); ++index) {
            if (!isLower(index) || columnOf(index) != kNamedColumn || source(index, Link::Kind::PerhapsIs) >= 0) {
                continue;
            }
            const int namer = std::max(source(index, Link::Kind::Names), source(index, Link::Kind::RoutesTo));
            const bool isLowerNamer = namer >= 0 && isLower(namer);
            put(index, isLowerNamer ? m_nodes[at(namer)].rank : kPodColumn, m_lines[m_nodes[at(index)].band]);
        }
        for (int index = 0; index < static_cast<int>(m_nodes.size()); ++index) {
            const int gap = source(index, Link::Kind::PerhapsIs);
            if (isLower(index) && gap >= 0 && m_nodes[at(index)].rank < 0) {
                const layout::NodeIn &node = m_nodes[at(gap)];
                put(index, node.rank > 0 ? node.rank - 1 : node.rank + 1, node.slot);
            }
        }
    }

    void placeMembers()
    {
        int group = -1;
        int place = 0;
        int first = 0;
        for (int index = 0; index < static_cast<int>(m_nodes.size()); ++index) {
            if (item(index).within < 0) {
                continue;
            }
            if (item(index).within != group) {
                group = item(index).within;
                place = 0;
                first = m_lines[m_nodes[at(index)].band];
            }
            put(index, place % kMembersInLine, first + place / kMembersInLine);
            ++place;
        }
    }

    void placeAbove(TopologyRow row)
    {
        for (int index = 0; index < static_cast<int>(m_nodes.size()); ++index) {
            if (rowOf(item(index)) == row) {
                put(index, freeColumn(static_cast<int>(row), columnBelow(index)), 0);
            }
        }
    }

    // The wished column, else the next one: to the left first, where the rows above the Pods have room.
    int freeColumn(int row, int wished) const
    {
        const auto isFree = [&](int column) { return !m_taken.contains({row, column, 0}); };
        for (int column = wished; column >= 0; --column) {
            if (isFree(column)) {
                return column;
            }
        }
        int column = wished + 1;
        while (!isFree(column)) {
            ++column;
        }
        return column;
    }

    // Over the first thing in a lower row that it leads to; left of what it perhaps means and of what points to it.
    int columnBelow(int index) const
    {
        for (const Link &link : m_topology.links) {
            const bool isBelow = link.from == index && rowOf(item(link.to)) > rowOf(item(index));
            if (isBelow && link.kind != Link::Kind::Names) {
                return m_nodes[at(link.to)].rank;
            }
        }
        for (const Link &link : m_topology.links) {
            const layout::NodeIn &meant = m_nodes[at(link.to)];
            if (link.from == index && link.kind == Link::Kind::PerhapsIs && meant.rank > 0) {
                return meant.rank - 1;
            }
        }
        for (const Link &link : m_topology.links) {
            if (link.to == index && rowOf(item(link.from)) == rowOf(item(index))) {
                return std::max(1, m_nodes[at(link.from)].rank) - 1;
            }
        }
        return kPodColumn;
    }

    const topology::Topology &m_topology;
    std::vector<layout::NodeIn> m_nodes;
    std::set<std::tuple<int, int, int>> m_taken;
    std::map<int, int> m_nextLine; ///< for the next child, by band
    std::map<int, int> m_lines;    ///< how many are in use, by band
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
        break;
    }
    return item.old ? TopologyRow::Old : TopologyRow::Pods;
}

bool isFailingRow(const topology::Topology &topology, TopologyRow row)
{
    if (!topology.hasFailing) {
        return false;
    }
    const auto &items = topology.items;
    const auto own = std::find_if(items.begin(), items.end(), [&](const Item &item) {
        return item.object == topology.failingObject ||
               std::find(item.members.begin(), item.members.end(), topology.failingObject) != item.members.end();
    });
    Item probe;
    probe.layer = topology.failing;
    probe.old = own != items.end() && own->old;
    const TopologyRow wanted = rowOf(probe);
    const bool isDrawn =
        std::any_of(items.begin(), items.end(), [&](const Item &item) { return rowOf(item) == wanted; });
    return row == (isDrawn || own == items.end() ? wanted : rowOf(*own));
}

std::vector<layout::NodeIn> topologyCells(const topology::Topology &topology) { return Cells(topology).all(); }

} // namespace faultline::ui
