#include "ui/flowchart/chartpicture.h"

#include "core/layout/layout.h"
#include "ui/flowchart/chartcells.h"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;
using checks::Answer;

constexpr int kNodeWidth = 168;
constexpr int kWayLeast = 132; // of a node
constexpr int kWayMost = 184;
constexpr qreal kWayRankGap = 44;
constexpr int kWayGap = 58;        // with an answer in it
constexpr int kWayTitles = 92;     // room for the titles of the bands, left of the way
constexpr qreal kWayControls = 44; // the last line can be moved above the controls
constexpr int kBandPadTop = 30;    // room for the band's title
constexpr qreal kBandPad = 14;
constexpr int kGutter = 40; // titles begin left of the first column, and end before an edge comes down into it

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
    explicit Maker(const ChartInput &input)
        : m_input(input),
          m_chart(folded(input)),
          m_light(m_chart.light),
          m_columns(wayColumns(input.width)),
          m_graph(chartGraph(m_chart.nodes, shown()))
    {
        for (ChartEdge &edge : m_graph.edges) {
            edge.lit = !edge.note && m_light.edges.contains({from(edge).id, to(edge).id});
        }
        if (isWay()) {
            std::erase_if(m_graph.edges, [](const ChartEdge &edge) { return !edge.lit && !edge.note; });
        }
    }

    guide::NodeId focus() const { return m_light.focus; }

    Picture make()
    {
        Picture picture;
        picture.emptyText = kEmpty.in(m_input.language);
        if (m_graph.nodes.empty()) {
            return picture;
        }
        for (const guide::Node &node : m_graph.nodes) {
            m_looks.push_back(look(node));
        }
        const layout::Placement placement = place();
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            picture.nodes.push_back({m_graph.nodes[i].id, placement.nodes[i], m_looks[i]});
        }
        for (size_t i = 0; i < m_graph.edges.size(); ++i) {
            picture.edges.push_back({edgeId(m_graph.edges[i]), placement.edges[i].points, placement.edges[i].label,
                                     edgeLook(m_graph.edges[i])});
        }
        for (const LitPath &path : m_light.paths) {
            std::copy_if(path.nodes.begin(), path.nodes.end(), std::back_inserter(picture.path),
                         [&](const guide::NodeId &id) { return m_graph.indexOf(id) >= 0; });
        }
        addBands(picture, placement);
        return picture;
    }

private:
    bool isWay() const { return m_input.scope == ChartScope::Way && !m_light.paths.empty(); }

    static FoldedChart folded(const ChartInput &input)
    {
        return input.scope == ChartScope::AllChecks ? FoldedChart{input.nodes, input.light, {}}
                                                    : foldedChart(input.nodes, input.light, input.opened);
    }

    QSet<guide::NodeId> shown() const
    {
        QSet<guide::NodeId> ids;
        for (const guide::Node &node : m_chart.nodes) {
            const bool isOnChart = node.isOriginal() || node.isTeams() || m_input.scope == ChartScope::AllChecks;
            if (m_light.isLit(node.id) || (isOnChart && !isWay())) {
                ids.insert(node.id);
            }
        }
        return ids;
    }

    NodeLook look(const guide::Node &node) const
    {
        const auto fold = m_chart.folds.find(node.id);
        return fold != m_chart.folds.end() ? foldLook(fold->second, m_input.nodes, m_input.language)
                                           : chartNodeLook(node, m_light.find(node.id), m_input.language);
    }

    const guide::Node &from(const ChartEdge &edge) const { return m_graph.nodes[static_cast<size_t>(edge.from)]; }
    const guide::Node &to(const ChartEdge &edge) const { return m_graph.nodes[static_cast<size_t>(edge.to)]; }
    QString edgeId(const ChartEdge &edge) const { return from(edge).id + u'>' + to(edge).id; }
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
        if (edge.lit) {
            light(look, edge);
        }
        return look;
    }

    void light(EdgeLook &look, const ChartEdge &edge) const
    {
        look.thick = true;
        look.ink = Ink::Path;
        const LitNode *answered = m_light.find(from(edge).id);
        if (answered != nullptr && from(edge).type != guide::NodeType::Action) {
            look.label = (answered->notTried ? kNotTried : wordOf(answered->answer)).in(m_input.language);
            look.dashed = answered->notTried || answered->answer == Answer::Unknown;
            if (isWay() && look.dashed) {
                look.label.clear(); // the node before says it, and columns are narrow
            }
        }
        const LitNode *end = m_light.find(to(edge).id);
        if (end != nullptr && end->role == LitNode::Role::Leaf) {
            look.ink = m_looks[static_cast<size_t>(edge.to)].ink;
        }
    }

    layout::Placement place() const
    {
        const std::vector<ChartCell> cells =
            isWay() ? wayCells(m_graph, m_light, m_columns.count) : chartCells(m_graph);
        std::vector<layout::NodeIn> nodes;
        for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
            layout::NodeIn node;
            node.size = nodeSize(m_looks[i], isWay() ? m_columns.width : scaled(kNodeWidth));
            node.band = static_cast<int>(m_graph.nodes[i].layer);
            node.rank = cells[i].column;
            node.slot = cells[i].row;
            node.spine = m_graph.nodes[i].spine;
            nodes.push_back(node);
        }
        std::vector<layout::EdgeIn> edges;
        for (const ChartEdge &edge : m_graph.edges) {
            // What leads on to another layer looks for its way last, around everything else.
            const bool isStrong = edge.lit || (from(edge).spine && to(edge).spine);
            edges.push_back(
                {edge.from, edge.to, labelSize(edgeLook(edge).label), isStrong && from(edge).layer == to(edge).layer});
        }
        layout::Options options;
        options.direction = layout::Direction::LeftToRight;
        options.rankGap = isWay() ? kWayRankGap : 44;
        options.nodeGap = isWay() ? 20 : 30;
        options.bandGap = isWay() ? 28 : scaled(kBandPadTop) + 2 * kBandPad;
        return layout::place(nodes, edges, options);
    }

    QString titleOf(guide::Layer layer) const
    {
        const auto info = std::find_if(m_input.layers.begin(), m_input.layers.end(),
                                       [&](const guide::LayerInfo &one) { return one.layer == layer; });
        return info == m_input.layers.end() ? QString() : shortened(info->text.in(m_input.language));
    }

    void addBands(Picture &picture, const layout::Placement &placement) const
    {
        const qreal head = isWay() ? 0 : scaled(kBandPadTop); // in the way's chart the titles stand left
        const qreal above = isWay() ? kBandPad : head;
        picture.slack = isWay() ? 0 : picture.slack;
        picture.bounds = placement.bounds.adjusted(-scaled(isWay() ? kWayTitles : kGutter), -above,
                                                   isWay() ? kBandPad : 0, isWay() ? kWayControls : kBandPad);
        for (const layout::BandOut &band : placement.bands) {
            const QRectF rect(picture.bounds.left(), band.rect.top() - above, picture.bounds.width(),
                              band.rect.height() + above + kBandPad);
            picture.bands.push_back({rect, titleOf(static_cast<guide::Layer>(band.band)), false, head});
        }
    }

    const ChartInput &m_input;
    FoldedChart m_chart;
    const ChartLight &m_light;
    WayColumns m_columns;
    ChartGraph m_graph;
    std::vector<NodeLook> m_looks;
};

} // namespace

ChartPicture chartPicture(const ChartInput &input)
{
    Maker maker(input);
    return {maker.make(), maker.focus()};
}

WayColumns wayColumns(qreal width)
{
    const qreal room = width - scaled(kWayTitles) - kBandPad + scaled(kWayGap);
    WayColumns columns;
    columns.count = std::max(2, static_cast<int>(room / (scaled(kWayLeast + kWayGap))));
    columns.width =
        std::clamp<qreal>(std::floor(room / columns.count - scaled(kWayGap)), scaled(kWayLeast), scaled(kWayMost));
    return columns;
}

} // namespace faultline::ui
