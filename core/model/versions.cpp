#include "core/model/versions.h"

#include "core/model/clusterorder.h"

#include <algorithm>

namespace faultline::model {

QString objectVersion(const Cluster &cluster, const ObjectRef &ref)
{
    const Metadata *meta = findMetadata(cluster.data(), ref);
    return meta == nullptr || meta->resourceVersion.isEmpty() ? QString() : meta->uid + u'/' + meta->resourceVersion;
}

std::vector<const Event *> formerEventsOf(const Cluster &cluster, const std::set<ObjectRef> &objects)
{
    std::vector<const Event *> former;
    for (const Event &event : cluster.data().events) {
        if (!objects.contains(event.object))
            continue;
        const auto &own = cluster.eventsOf(event.object);
        if (std::find(own.begin(), own.end(), &event) == own.end())
            former.push_back(&event);
    }
    return former;
}

} // namespace faultline::model
