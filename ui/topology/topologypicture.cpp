#include "ui/topology/topologypicture.h"

#include "ui/topology/topologycells.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::ui {

namespace {

using base::LocalizedText;

constexpr qreal kWidest = 260;
constexpr qreal kNarrowest = 120;
constexpr qreal kBandPad = 12;
constexpr qreal kTitleRoom = 84; // left of all boxes

const LocalizedText kEmpty{u"No object of this application has been seen yet."_s, u"尚未看到该应用的任何对象。"_s};
const std::array<LocalizedText, 3> kRows{
    {{u"Ingress"_s, u"Ingress"_s}, {u"Service"_s, u"Service"_s}, {u"Pods"_s, u"Pod"_s}}};

bool isFailing(const topology::Topology &topology, int band)
{
    topology::Item probe;
    probe.layer = topology.failing;
    return topology.hasFailing && static_cast<int>(rowOf(probe)) == band;
}

layout::Placement placed(const topology::Topology &topology, const std::vector<NodeLook> &nodes,
                         const std::vector<EdgeLook> &edges)
{
    std::vector<layout::NodeIn> boxes = topologyCells(topology);
    for (size_t i = 0; i < boxes.size(); ++i) {
        boxes[i].size = nodeSize(nodes[i], std::max(kNarrowest, nodeWidth(nodes[i], kWidest)));
    }
    std::vector<layout::EdgeIn> arrows;
    for (size_t i = 0; i < topology.links.size(); ++i) {
        const topology::Link &link = topology.links[i];
        arrows.push_back({link.from, link.to, labelSize(edges[i].label), link.kind != topology::Link::Kind::Owns});
    }
    layout::Options options;
    options.direction = layout::Direction::LeftToRight;
    options.rankGap = 36;
    options.nodeGap = 20;
    options.bandGap = 3 * kBandPad;
    return layout::place(boxes, arrows, options);
}

} // namespace

QString topologyId(const topology::Topology &topology, int item)
{
    const auto &items = topology.items;
    const auto object = items[static_cast<size_t>(item)].object;
    const auto earlier = std::count_if(items.begin(), items.begin() + item,
                                       [&](const topology::Item &other) { return other.object == object; });
    return object.toString() + (earlier > 0 ? u"#%1"_s.arg(earlier) : QString());
}

Picture topologyPicture(const topology::Topology &topology, base::Language language)
{
    Picture picture;
    picture.emptyText = kEmpty.in(language);
    if (topology.items.empty()) {
        return picture;
    }
    std::vector<NodeLook> nodes;
    std::vector<EdgeLook> edges;
    for (const topology::Item &item : topology.items) {
        nodes.push_back(topologyNodeLook(item, language));
    }
    for (const topology::Link &link : topology.links) {
        edges.push_back(topologyEdgeLook(link, language));
    }
    const layout::Placement placement = placed(topology, nodes, edges);
    for (size_t i = 0; i < nodes.size(); ++i) {
        picture.nodes.push_back({topologyId(topology, static_cast<int>(i)), placement.nodes[i], nodes[i]});
    }
    for (size_t i = 0; i < edges.size(); ++i) {
        const QString id =
            topologyId(topology, topology.links[i].from) + u'>' + topologyId(topology, topology.links[i].to);
        picture.edges.push_back({id, placement.edges[i].points, placement.edges[i].label, edges[i]});
    }
    picture.bounds = placement.bounds.adjusted(-kTitleRoom, -kBandPad, 0, kBandPad);
    for (const layout::BandOut &band : placement.bands) {
        const QRectF rect(picture.bounds.left(), band.rect.top() - kBandPad, picture.bounds.width(),
                          band.rect.height() + 2 * kBandPad);
        picture.bands.push_back(
            {rect, kRows.at(static_cast<size_t>(band.band)).in(language), isFailing(topology, band.band), 0});
    }
    return picture;
}

} // namespace faultline::ui
