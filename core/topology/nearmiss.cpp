#include "core/topology/nearmiss.h"

#include <algorithm>

namespace faultline::topology {

namespace {

int indexOrMade(Topology &topology, const model::ObjectRef &object, guide::Layer layer)
{
    const auto known = std::find_if(topology.items.begin(), topology.items.end(),
                                    [&](const Item &item) { return item.object == object; });
    if (known != topology.items.end())
        return static_cast<int>(known - topology.items.begin());
    Item near;
    near.object = object;
    near.layer = layer;
    near.state = guide::LayerState::NotChecked;
    near.nearMiss = true;
    topology.items.push_back(std::move(near));
    return static_cast<int>(topology.items.size()) - 1;
}

} // namespace

void addNearMisses(Topology &topology, const model::Cluster &cluster)
{
    const auto known = static_cast<int>(topology.items.size());
    for (int gap = 0; gap < known; ++gap) {
        const Item item = topology.items[static_cast<size_t>(gap)];
        const model::ObjectRef meant{item.object.kind, item.object.nameSpace, item.similar};
        if (item.found || item.similar.isEmpty() || !cluster.exists(meant))
            continue;
        Link link{gap, indexOrMade(topology, meant, item.layer), Link::Kind::PerhapsIs, Link::Match::Suspected, {}, {}};
        link.left = meant.name;
        link.place = {meant, QStringLiteral("metadata.name"), meant.name};
        topology.links.push_back(std::move(link));
    }
}

} // namespace faultline::topology
