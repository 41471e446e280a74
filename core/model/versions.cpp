#include "core/model/versions.h"

#include "core/model/clusterorder.h"

#include <QtCore/QSet>

namespace faultline::model {

QString objectVersion(const Cluster &cluster, const ObjectRef &ref)
{
    const Metadata *meta = findMetadata(cluster.data(), ref);
    return meta == nullptr || meta->resourceVersion.isEmpty() ? QString() : meta->uid + u'/' + meta->resourceVersion;
}

std::vector<const Event *> formerEventsOf(const Cluster &cluster, const std::set<ObjectRef> &objects)
{
    QSet<const Event *> own;
    for (const ObjectRef &object : objects) {
        for (const Event *event : cluster.eventsOf(object))
            own.insert(event);
    }
    std::vector<const Event *> former;
    for (const Event &event : cluster.data().events) {
        if (!own.contains(&event) && objects.contains(event.object))
            former.push_back(&event);
    }
    return former;
}

} // namespace faultline::model
