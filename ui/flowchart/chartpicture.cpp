#include "ui/flowchart/chartpicture.h"

#include "core/layout/layout.h"
#include "ui/flowchart/chartcells.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;
using checks::Answer;

constexpr qreal kNodeWidth = 168;
constexpr qreal kBandPadTop = 30; // room for the band's title
constexpr qreal kBandPad = 14;
constexpr qreal kGutter = 40; // titles begin left of the first column, and end before an edge comes down into it

const LocalizedText kYes{u"yes"_s, u"是"_s};
const LocalizedText kNo{u"no"_s, u"否"_s};
const LocalizedText kUnknown{u"unknown"_s, u"未知"_s};
const LocalizedText kNotTried{u"not tried yet"_s, u"尚未测试"_s};
const LocalizedText kFolded{u"%1 further checks in between (switch on \"all checks\" to see them)"_s,
                            u"中间还有 %1 项检查（打开“全部检查”可查看）"_s};
const LocalizedText kEmpty{u"The guide has no questions."_s, u"排查指南中没有问题。"_s};

const LocalizedText &wordOf(Answer answer)
{
    return answer == Answer::Yes ? kYes : answer == Answer::No ? kNo : kUnknown;
}

// "Rollout (Deployment and ReplicaSet)" is too long for a heading.
QString shortened(const QString &title)
{
    const auto end = std::find_if(title.begin(), title.end(), [](QChar c) { return c == u'(' || c == u'（'; });
    return title.left(end - title.begin()).trimmed();
}

class Maker
{
public:
    explicit Maker(const ChartInput &input) : m_input(input), m_graph(chartGraph(input.nodes, shown())) {}

    Picture make()
    {
        Picture picture;
        picture.emptyText = kEmpty.in(m_input.language);
        if (m_graph.nodes.empty()) {
            return picture;
        }
        for (const guide::Node &node : m_graph.nodes) {
            m_looks.push_back(chartNodeLook(node, m_input.light.find(node.id), m_input.language));
        }
        const layout::Placement placement = place();
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            picture.nodes.push_back({m_graph.nodes[i].id, placement.nodes[i], m_looks[i]});
        }
        for (size_t i = 0; i < m_graph.edges.size(); ++i) {
            picture.edges.push_back({edgeId(m_graph.edges[i]), placement.edges[i].points, placement.edges[i].label,
                                     edgeLook(m_graph.edges[i])});
        }
        addBands(picture, placement);
        return picture;
    }

private:
    QSet<guide::NodeId> shown() const
    {
        QSet<guide::NodeId> ids = originalNodes(m_input.nodes);
        for (const guide::Node &node : m_input.nodes) {
            if (m_input.scope == ChartScope::AllChecks || node.isTeams() || m_input.light.isLit(node.id)) {
                ids.insert(node.id);
            }
        }
        return ids;
    }

    const guide::Node &from(const ChartEdge &edge) const { return m_graph.nodes[static_cast<size_t>(edge.from)]; }
    const guide::Node &to(const ChartEdge &edge) const { return m_graph.nodes[static_cast<size_t>(edge.to)]; }
    QString edgeId(const ChartEdge &edge) const { return from(edge).id + u'>' + to(edge).id; }
    bool isLit(const ChartEdge &edge) const
    {
        return !edge.note && m_input.light.edges.contains({from(edge).id, to(edge).id});
    }

    EdgeLook edgeLook(const ChartEdge &edge) const
    {
        EdgeLook look;
        QStringList words;
        for (const Answer answer : edge.answers) {
            words += wordOf(answer).in(m_input.language);
        }
        look.label = edge.note ? QString() : words.join(u" / ");
        look.dashed = edge.note;
        if (edge.folded > 0) {
            look.tip = kFolded.in(m_input.language).arg(edge.folded);
        }
        if (isLit(edge)) {
            light(look, edge);
        }
        return look;
    }

    void light(EdgeLook &look, const ChartEdge &edge) const
    {
        look.thick = true;
        look.ink = Ink::Path;
        const LitNode *answered = m_input.light.find(from(edge).id);
        if (answered != nullptr && from(edge).type != guide::NodeType::Action) {
            look.label = (answered->notTried ? kNotTried : wordOf(answered->answer)).in(m_input.language);
            look.dashed = answered->notTried || answered->answer == Answer::Unknown;
        }
        const LitNode *end = m_input.light.find(to(edge).id);
        if (end != nullptr && end->role == LitNode::Role::Leaf) {
            look.ink = m_looks[static_cast<size_t>(edge.to)].ink;
        }
    }

    layout::Placement place() const
    {
        const std::vector<ChartCell> cells = chartCells(m_graph);
        std::vector<layout::NodeIn> nodes;
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            layout::NodeIn node;
            node.size = nodeSize(m_looks[i], kNodeWidth);
            node.band = static_cast<int>(m_graph.nodes[i].layer);
            node.rank = cells[i].column;
            node.slot = cells[i].row;
            node.spine = m_graph.nodes[i].spine;
            nodes.push_back(node);
        }
        std::vector<layout::EdgeIn> edges;
        for (const ChartEdge &edge : m_graph.edges) {
            const bool onSpine = from(edge).spine && to(edge).spine;
            edges.push_back({edge.from, edge.to, labelSize(edgeLook(edge).label), onSpine || isLit(edge)});
        }
        layout::Options options;
        options.direction = layout::Direction::LeftToRight;
        options.rankGap = 44;
        options.nodeGap = 30;
        options.bandGap = kBandPadTop + 2 * kBandPad;
        return layout::place(nodes, edges, options);
    }

    void addBands(Picture &picture, const layout::Placement &placement) const
    {
        picture.bounds = placement.bounds.adjusted(-kGutter, -kBandPadTop, 0, kBandPad);
        for (const layout::BandOut &band : placement.bands) {
            QRectF rect(picture.bounds.left(), band.rect.top() - kBandPadTop, picture.bounds.width(),
                        band.rect.height() + kBandPadTop + kBandPad);
            const auto layer = static_cast<guide::Layer>(band.band);
            const auto info = std::find_if(m_input.layers.begin(), m_input.layers.end(),
                                           [&](const guide::LayerInfo &one) { return one.layer == layer; });
            picture.bands.push_back(
                {rect, info == m_input.layers.end() ? QString() : shortened(info->text.in(m_input.language)), false,
                 kBandPadTop});
        }
    }

    const ChartInput &m_input;
    ChartGraph m_graph;
    std::vector<NodeLook> m_looks;
};

} // namespace

Picture chartPicture(const ChartInput &input) { return Maker(input).make(); }

} // namespace faultline::ui
