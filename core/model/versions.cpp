#include "core/model/versions.h"

#include "core/model/clusterorder.h"

#include <QtCore/QSet>

namespace faultline::model {

const Metadata *metadataOf(const Cluster &cluster, const ObjectRef &ref) { return findMetadata(cluster.data(), ref); }

QString objectVersion(const Cluster &cluster, const ObjectRef &ref)
{
    const Metadata *meta = findMetadata(cluster.data(), ref);
    return meta == nullptr || meta->resourceVersion.isEmpty() ? QString() : meta->uid + u'/' + meta->resourceVersion;
}

EventsAbout eventsAbout(const Cluster &cluster, const std::set<ObjectRef> &objects)
{
    EventsAbout about;
    for (const ObjectRef &object : objects) {
        const auto &own = cluster.eventsOf(object);
        about.now.insert(about.now.end(), own.begin(), own.end());
    }
    const QSet<const Event *> known(about.now.begin(), about.now.end());
    for (const Event &event : cluster.data().events) {
        if (!known.contains(&event) && objects.contains(event.object))
            about.former.push_back(&event);
    }
    return about;
}

} // namespace faultline::model
