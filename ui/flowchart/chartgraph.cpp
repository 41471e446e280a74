#include "ui/flowchart/chartgraph.h"

#include <algorithm>

namespace faultline::ui {

namespace {

using checks::Answer;

class Folder
{
public:
    Folder(const std::vector<guide::Node> &nodes, const QSet<guide::NodeId> &shown)
    {
        for (const guide::Node &node : nodes) {
            m_node.insert(node.id, &node);
            if (shown.contains(node.id)) {
                m_index.insert(node.id, static_cast<int>(m_graph.nodes.size()));
                m_graph.nodes.push_back(node);
            }
        }
        m_graph.folded = static_cast<int>(nodes.size() - m_graph.nodes.size());
    }

    ChartGraph fold()
    {
        for (size_t from = 0; from < m_graph.nodes.size(); ++from) {
            const guide::Node &node = m_graph.nodes[from];
            add(static_cast<int>(from), node.next, Answer::Yes);
            add(static_cast<int>(from), node.yes, Answer::Yes);
            add(static_cast<int>(from), node.no, Answer::No);
            add(static_cast<int>(from), node.unknown, Answer::Unknown);
        }
        adopt();
        return std::move(m_graph);
    }

private:
    struct End {
        int node = -1;
        int folded = 0;
    };

    void add(int from, const std::optional<guide::Edge> &edge, Answer answer)
    {
        if (!edge) {
            return;
        }
        const bool isAction = m_graph.nodes[static_cast<size_t>(from)].type == guide::NodeType::Action;
        const End end = edge->to.isEmpty() ? End() : follow(edge->to);
        if (end.node >= 0 && end.node != from) {
            merge(from, end, answer, isAction);
        }
        if (const int note = m_index.value(edge->note, -1); note >= 0) {
            m_graph.edges.push_back({from, note, {answer}, 0, true});
        }
    }

    // A shown node that only other answers of folded nodes lead to hangs on the first question that can reach it.
    void adopt()
    {
        std::vector<bool> isReached(m_graph.nodes.size());
        for (const ChartEdge &edge : m_graph.edges) {
            isReached[static_cast<size_t>(edge.to)] = true;
        }
        for (size_t from = 0; from < m_graph.nodes.size(); ++from) {
            const guide::Node node = m_graph.nodes[from];
            for (const auto &[edge, answer] :
                 {std::pair(&node.next, Answer::Yes), std::pair(&node.yes, Answer::Yes),
                  std::pair(&node.no, Answer::No), std::pair(&node.unknown, Answer::Unknown)}) {
                if (!*edge) {
                    continue;
                }
                for (const End &end : reachable((*edge)->to)) {
                    if (!isReached[static_cast<size_t>(end.node)] && end.node != static_cast<int>(from)) {
                        isReached[static_cast<size_t>(end.node)] = true;
                        merge(static_cast<int>(from), end, answer, node.type == guide::NodeType::Action);
                    }
                }
            }
        }
    }

    // Every shown node that folded ones lead to, by any answer.
    std::vector<End> reachable(const guide::NodeId &start) const
    {
        std::vector<End> ends;
        std::vector<std::pair<guide::NodeId, int>> open{{start, 0}};
        QSet<guide::NodeId> seen;
        while (!open.empty()) {
            const auto [id, folded] = open.back();
            open.pop_back();
            const guide::Node *node = m_node.value(id, nullptr);
            if (node == nullptr || seen.contains(id)) {
                continue;
            }
            seen.insert(id);
            if (const int shown = m_index.value(id, -1); shown >= 0) {
                ends.push_back({shown, folded});
                continue;
            }
            for (const auto *edge : {&node->next, &node->unknown, &node->no, &node->yes}) {
                if (*edge) {
                    open.emplace_back((*edge)->to, folded + 1);
                }
            }
        }
        return ends;
    }

    // Actions give one edge for all answers; an unknown that goes where an answer goes anyway is not told apart.
    void merge(int from, const End &end, Answer answer, bool isAction)
    {
        const auto same = std::find_if(m_graph.edges.begin(), m_graph.edges.end(), [&](const ChartEdge &edge) {
            return edge.from == from && edge.to == end.node && !edge.note;
        });
        if (same == m_graph.edges.end()) {
            m_graph.edges.push_back({from, end.node, {}, end.folded, false});
            if (!isAction) {
                m_graph.edges.back().answers.push_back(answer);
            }
            return;
        }
        if (!isAction && answer != Answer::Unknown) {
            same->answers.push_back(answer);
        }
        same->folded = std::min(same->folded, end.folded);
    }

    // Where the walk would come out of folded nodes; each of them is looked at once, however many ways lead to it.
    End follow(const guide::NodeId &id)
    {
        if (const int shown = m_index.value(id, -1); shown >= 0) {
            return {shown, 0};
        }
        const auto known = m_ends.constFind(id);
        if (known != m_ends.constEnd()) {
            return *known;
        }
        m_ends.insert(id, {}); // what leads back to it ends nowhere
        const End end = followOn(id);
        m_ends.insert(id, end);
        return end;
    }

    End followOn(const guide::NodeId &id)
    {
        const guide::Node *node = m_node.value(id, nullptr);
        if (node == nullptr || node->type == guide::NodeType::Resolution) {
            return {};
        }
        for (const auto *edge : {&node->next, &node->unknown, &node->no, &node->yes}) {
            const End end = *edge && !(*edge)->to.isEmpty() ? follow((*edge)->to) : End();
            if (end.node >= 0) {
                return {end.node, end.folded + 1};
            }
        }
        return {};
    }

    QHash<guide::NodeId, const guide::Node *> m_node;
    QHash<guide::NodeId, int> m_index;
    QHash<guide::NodeId, End> m_ends; ///< of folded nodes
    ChartGraph m_graph;
};

} // namespace

int ChartGraph::indexOf(const guide::NodeId &id) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const guide::Node &node) { return node.id == id; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

ChartGraph chartGraph(const std::vector<guide::Node> &nodes, const QSet<guide::NodeId> &shown)
{
    return Folder(nodes, shown).fold();
}

QSet<guide::NodeId> originalNodes(const std::vector<guide::Node> &nodes)
{
    QSet<guide::NodeId> ids;
    for (const guide::Node &node : nodes) {
        if (node.isOriginal()) {
            ids.insert(node.id);
        }
    }
    return ids;
}

} // namespace faultline::ui
