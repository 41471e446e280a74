#include "ui/topology/topologypicture.h"

#include "core/layout/layout.h"
#include "ui/common/guidestate.h"
#include "ui/topology/topologycells.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;

constexpr int kWidestFirst = 260; // of an object's name, while the picture is no wider than
constexpr int kPaneWidth = 628;   // the pane in a window of 1280, else
constexpr int kWidest = 180;
constexpr int kWidestOfWords = 272; // of what must be read whole
constexpr int kNarrowest = 88;
constexpr qreal kBandPad = 4;
constexpr int kTitleRoom = 68; // left of all boxes
constexpr int kNoteRoom = 36;  // the glyph and air
constexpr qreal kFramePad = 6;

const LocalizedText kEmpty{u"No object of this application has been seen yet."_s, u"尚未看到该应用的任何对象。"_s};
const LocalizedText kIngress{u"Ingress"_s, u"Ingress"_s};
const LocalizedText kGateway{u"Gateway"_s, u"Gateway"_s};
const LocalizedText kService{u"Service"_s, u"Service"_s};
const LocalizedText kPods{u"Pods"_s, u"Pod"_s};
const LocalizedText kOld{u"Old"_s, u"旧版本"_s};

class Maker
{
public:
    Maker(const topology::Topology &topology, base::Language language) : m_topology(topology), m_language(language) {}

    Picture make()
    {
        m_picture.emptyText = kEmpty.in(m_language);
        if (m_topology.items.empty()) {
            return std::move(m_picture);
        }
        for (size_t i = 0; i < m_topology.items.size(); ++i) {
            topology::Item item = m_topology.items[i];
            if (saysItsHostsOnTheWay(i)) {
                item.detail.clear();
            }
            m_nodes.push_back(topologyNodeLook(item, m_language));
        }
        for (const topology::Link &link : m_topology.links) {
            m_edges.push_back(topologyEdgeLook(m_topology, link, m_language));
        }
        sayOnce();
        m_placement = placed(scaled(kWidestFirst));
        if (m_placement.bounds.width() + titleRoom() > scaled(kPaneWidth)) {
            m_placement = placed(scaled(kWidest));
        }
        addNodes();
        addEdges();
        addBands();
        addFrames();
        return std::move(m_picture);
    }

private:
    // What fits for several groups of Pods is written on the first arrow alone.
    void sayOnce()
    {
        for (size_t i = 0; i < m_edges.size(); ++i) {
            const auto saysTheSame = [&](size_t other) {
                return m_topology.links[other].from == m_topology.links[i].from &&
                       m_edges[other].label == m_edges[i].label;
            };
            for (size_t other = 0; other < i && m_topology.links[i].match == topology::Link::Match::Fine; ++other) {
                if (saysTheSame(other)) {
                    m_edges[i].label.clear();
                }
            }
        }
    }

    layout::Placement placed(qreal widestName) const
    {
        std::vector<layout::NodeIn> boxes = topologyCells(m_topology);
        for (size_t i = 0; i < boxes.size(); ++i) {
            boxes[i].size = nodeSize(
                m_nodes[i], std::max<qreal>(scaled(kNarrowest), nodeWidth(m_nodes[i], widestOf(i, widestName))));
        }
        std::vector<layout::EdgeIn> arrows;
        for (size_t i = 0; i < m_topology.links.size(); ++i) {
            const topology::Link &link = m_topology.links[i];
            arrows.push_back({link.from, link.to, labelSize(m_edges[i]), link.kind != topology::Link::Kind::Owns});
        }
        layout::Options options;
        options.direction = layout::Direction::LeftToRight;
        options.rankGap = 24;
        options.nodeGap = 16; // a frame's title lies in it
        options.bandGap = 2 * kBandPad;
        options.air = 9;
        return layout::place(boxes, arrows, options);
    }

    bool saysItsHostsOnTheWay(size_t item) const
    {
        return std::any_of(m_topology.links.begin(), m_topology.links.end(), [&](const topology::Link &link) {
            return static_cast<size_t>(link.from) == item && !link.ways.isEmpty();
        });
    }

    // Names may lose their middle, counts and gaps nothing; above the Pods there is room.
    qreal widestOf(size_t item, qreal widestName) const
    {
        const topology::Item &one = m_topology.items[item];
        const bool isName = one.found && !one.unread && one.count == 1 && rowOf(one) >= TopologyRow::Pods;
        return isName ? widestName : scaled(kWidestOfWords);
    }

    // Left of all boxes: the titles and what a tint says.
    qreal titleRoom() const
    {
        const QString note =
            m_topology.hasFailing ? lookOf(stateOf(m_topology.failingState)).word.in(m_language) : QString();
        return std::max<qreal>(scaled(kTitleRoom),
                               QFontMetricsF(smallFont()).horizontalAdvance(note) + scaled(kNoteRoom));
    }

    void addNodes()
    {
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            m_picture.nodes.push_back({topologyId(m_topology, static_cast<int>(i)), m_placement.nodes[i], m_nodes[i]});
        }
        // The way of a request, then what made the Pods: rows from above, each from the left.
        std::vector<size_t> order(m_nodes.size());
        for (size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
            const QPointF one = m_placement.nodes[a].center();
            const QPointF other = m_placement.nodes[b].center();
            return std::pair(one.y(), one.x()) < std::pair(other.y(), other.x());
        });
        for (const size_t i : order) {
            m_picture.path.push_back(m_picture.nodes[i].id);
        }
    }

    void addEdges()
    {
        for (size_t i = 0; i < m_edges.size(); ++i) {
            const topology::Link &link = m_topology.links[i];
            const layout::EdgeOut &placed = m_placement.edges[i];
            m_picture.edges.push_back({topologyEdgeId(m_topology, static_cast<int>(i)), placed.points, placed.label,
                                       m_edges[i], topologyId(m_topology, link.from), topologyId(m_topology, link.to)});
        }
    }

    QString titleOf(TopologyRow row) const
    {
        const auto isRoute = [](const topology::Item &item) { return item.layer == guide::Layer::Gateway; };
        const auto &items = m_topology.items;
        switch (row) {
        case TopologyRow::Ingress:
            return (std::any_of(items.begin(), items.end(), isRoute) ? kGateway : kIngress).in(m_language);
        case TopologyRow::Service:
            return kService.in(m_language);
        case TopologyRow::Pods:
            return kPods.in(m_language);
        case TopologyRow::Old:
            break;
        }
        return kOld.in(m_language);
    }

    void addBands()
    {
        m_picture.bounds = m_placement.bounds.adjusted(-titleRoom(), -kBandPad, 0, kBandPad);
        const State failing = stateOf(m_topology.failingState);
        for (const layout::BandOut &band : m_placement.bands) {
            const QRectF rect(m_picture.bounds.left(), band.rect.top() - kBandPad, m_picture.bounds.width(),
                              band.rect.height() + 2 * kBandPad);
            const auto row = static_cast<TopologyRow>(band.band);
            PictureBand made{rect, titleOf(row), isFailingRow(m_topology, row), 0};
            if (made.tinted) {
                made.note = lookOf(failing).word.in(m_language);
                made.glyph = lookOf(failing).glyph;
                made.ink = inkOf(failing);
            }
            m_picture.bands.push_back(std::move(made));
        }
    }

    void addFrames()
    {
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            const int group = m_topology.items[i].within;
            const bool isFirst = i == 0 || m_topology.items[i - 1].within != group;
            if (group < 0) {
                continue;
            }
            if (isFirst) {
                m_picture.frames.push_back({{}, m_nodes[static_cast<size_t>(group)].title});
            }
            const QRectF own = m_placement.nodes[i].adjusted(-kFramePad, -kFramePad, kFramePad, kFramePad);
            m_picture.frames.back().rect |= own;
            m_picture.bounds |= own;
        }
    }

    const topology::Topology &m_topology;
    base::Language m_language;
    std::vector<NodeLook> m_nodes;
    std::vector<EdgeLook> m_edges;
    layout::Placement m_placement;
    Picture m_picture;
};

} // namespace

QString topologyId(const topology::Topology &topology, int item)
{
    const auto &items = topology.items;
    const topology::Item &own = items[static_cast<size_t>(item)];
    if (own.within >= 0) { // many: no looking for namesakes
        return own.object.toString() + (own.count > 1 ? u"#more"_s : u"#one"_s);
    }
    const auto earlier = std::count_if(items.begin(), items.begin() + item,
                                       [&](const topology::Item &other) { return other.object == own.object; });
    return own.object.toString() + (earlier > 0 ? u"#%1"_s.arg(earlier) : QString());
}

QString topologyEdgeId(const topology::Topology &topology, int link)
{
    const topology::Link &own = topology.links[static_cast<size_t>(link)];
    const auto earlier =
        std::count_if(topology.links.begin(), topology.links.begin() + link,
                      [&](const topology::Link &other) { return other.from == own.from && other.to == own.to; });
    const QString id = topologyId(topology, own.from) + u'>' + topologyId(topology, own.to);
    return earlier > 0 ? id + u"#%1"_s.arg(earlier) : id;
}

Picture topologyPicture(const topology::Topology &topology, base::Language language)
{
    return Maker(topology, language).make();
}

} // namespace faultline::ui
