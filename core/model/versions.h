#pragma once

#include "core/model/cluster.h"

#include <set>

namespace faultline::model {

/// metadata of any object that is here; nullptr when it is not.
const Metadata *metadataOf(const Cluster &cluster, const ObjectRef &ref);

/// metadata.resourceVersion of an object with its uid: the same text as long as the object has not changed. Empty when
/// the object is not here, or came from a file without versions.
QString objectVersion(const Cluster &cluster, const ObjectRef &ref);

/// Events about objects of some names.
struct EventsAbout {
    std::vector<const Event *> now;    ///< about the objects that bear these names
    std::vector<const Event *> former; ///< told apart by their uid: about earlier objects of the same names
};
EventsAbout eventsAbout(const Cluster &cluster, const std::set<ObjectRef> &objects);

} // namespace faultline::model
