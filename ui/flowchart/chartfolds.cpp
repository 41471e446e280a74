#include "ui/flowchart/chartfolds.h"

#include <algorithm>

namespace faultline::ui {

namespace {

using guide::Node;
using guide::NodeId;

constexpr size_t kLeast = 2; // one check alone takes no more room than its fold

class Folds
{
public:
    Folds(const std::vector<Node> &nodes, const ChartLight &light, const QSet<NodeId> &opened)
        : m_light(light), m_opened(opened)
    {
        m_chart.nodes = nodes;
        m_chart.light = light;
        m_chart.light.paths.clear();
    }

    FoldedChart make()
    {
        for (const LitPath &path : m_light.paths) {
            m_chart.light.paths.push_back(folded(path));
        }
        return std::move(m_chart);
    }

private:
    Node *find(const NodeId &id)
    {
        const auto found =
            std::find_if(m_chart.nodes.begin(), m_chart.nodes.end(), [&](const Node &node) { return node.id == id; });
        return found == m_chart.nodes.end() ? nullptr : &*found;
    }

    bool isPassedOver(const NodeId &id)
    {
        const Node *node = find(id);
        const LitNode *lit = m_light.find(id);
        return node != nullptr && lit != nullptr && lit->role == LitNode::Role::Passed &&
               lit->by != guide::AnsweredBy::Person && !lit->notTried && !node->isOriginal() && !node->isTeams();
    }

    LitPath folded(const LitPath &path)
    {
        LitPath result{path.layer, {}};
        for (size_t i = 0; i < path.nodes.size();) {
            size_t end = i;
            while (end < path.nodes.size() && isPassedOver(path.nodes[end])) {
                ++end;
            }
            if (end - i < kLeast) {
                end = std::max(end, i + 1);
                result.nodes.insert(result.nodes.end(), path.nodes.begin() + long(i), path.nodes.begin() + long(end));
            } else {
                add({path.nodes.begin() + long(i), path.nodes.begin() + long(end)}, result);
            }
            i = end;
        }
        return result;
    }

    void add(std::vector<NodeId> members, LitPath &path)
    {
        const NodeId id = foldId(members.front());
        ChartFold fold;
        fold.isOpen = m_opened.contains(id);
        fold.members = std::move(members);
        for (size_t i = 0; i < fold.members.size(); ++i) {
            const LitNode *lit = m_light.find(fold.members[i]);
            fold.unanswered += lit->answer == checks::Answer::Unknown ? 1 : 0;
            fold.current = fold.members[i] == m_light.focus ? static_cast<int>(i) : fold.current;
        }
        path.nodes.push_back(id);
        if (fold.isOpen) {
            path.nodes.insert(path.nodes.end(), fold.members.begin(), fold.members.end());
        }
        putNode(id, fold);
        lead(id, fold);
        m_chart.folds.emplace(id, std::move(fold));
    }

    // An action where the first member stood, that leads to where the walk went.
    void putNode(const NodeId &id, const ChartFold &fold)
    {
        Node *first = find(fold.members.front());
        Node node;
        node.id = id;
        node.layer = first->layer;
        node.type = guide::NodeType::Action;
        node.origin = {QStringLiteral("v1")};
        node.spine = std::all_of(fold.members.begin(), fold.members.end(),
                                 [&](const NodeId &member) { return find(member)->spine; });
        guide::Edge next;
        next.to = fold.isOpen ? fold.members.front() : after(fold.members.back());
        next.note = fold.isOpen ? NodeId() : notedBy(fold);
        if (!next.to.isEmpty() || !next.note.isEmpty()) {
            node.next = next;
        }
        m_chart.nodes.insert(m_chart.nodes.begin() + (first - m_chart.nodes.data()), std::move(node));
    }

    // The leaf that a member noted on the way, if any.
    NodeId notedBy(const ChartFold &fold)
    {
        for (const NodeId &member : fold.members) {
            const auto &edge = find(member)->edge(m_light.find(member)->answer);
            if (edge && m_light.isLit(edge->note)) {
                return edge->note;
            }
        }
        return {};
    }

    NodeId after(const NodeId &member) const
    {
        for (const auto &[edge, answered] : m_light.edges) {
            if (edge.first == member) {
                return edge.second;
            }
        }
        return {};
    }

    // What led to the first member leads to the fold; what the last one led to, the fold leads to.
    void lead(const NodeId &id, const ChartFold &fold)
    {
        ChartLight &light = m_chart.light;
        LitNode lit = *m_light.find(fold.members.front());
        lit.role = LitNode::Role::Fold;
        light.nodes.emplace(id, lit);
        std::map<std::pair<NodeId, NodeId>, NodeId> edges;
        for (const auto &[edge, answered] : light.edges) {
            const bool comes = edge.second == fold.members.front();
            const bool goes = edge.first == fold.members.back();
            if (comes) {
                edges.emplace(std::pair(edge.first, id), answered);
                redirect(edge.first, edge.second, id);
            } else if (fold.isOpen || !isMember(fold, edge.first)) {
                edges.emplace(edge, answered);
            } else if (goes) {
                edges.emplace(std::pair(id, edge.second), answered);
            }
        }
        if (fold.isOpen) {
            edges.emplace(std::pair(id, fold.members.front()), id);
        } else {
            for (const NodeId &member : fold.members) {
                light.nodes.erase(member);
            }
            light.focus = fold.current >= 0 ? id : light.focus;
        }
        light.edges = std::move(edges);
    }

    static bool isMember(const ChartFold &fold, const NodeId &id)
    {
        return std::find(fold.members.begin(), fold.members.end(), id) != fold.members.end();
    }

    void redirect(const NodeId &from, const NodeId &old, const NodeId &to)
    {
        Node *node = find(from);
        if (node == nullptr) {
            return;
        }
        for (auto *edge : {&node->next, &node->yes, &node->no, &node->unknown}) {
            if (*edge && (*edge)->to == old) {
                (*edge)->to = to;
            }
        }
    }

    const ChartLight &m_light;
    const QSet<NodeId> &m_opened;
    FoldedChart m_chart;
};

} // namespace

guide::NodeId foldId(const guide::NodeId &first) { return u'+' + first; }

FoldedChart foldedChart(const std::vector<guide::Node> &nodes, const ChartLight &light,
                        const QSet<guide::NodeId> &opened)
{
    return Folds(nodes, light, opened).make();
}

} // namespace faultline::ui
