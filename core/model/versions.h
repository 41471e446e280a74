#pragma once

#include "core/model/cluster.h"

#include <set>

namespace faultline::model {

/// metadata.resourceVersion of an object with its uid: the same text as long as the object has not changed. Empty when
/// the object is not here, or came from a file without versions.
QString objectVersion(const Cluster &cluster, const ObjectRef &ref);

/// Events about objects of those names that are told apart from them by their uid: earlier objects of the same name.
std::vector<const Event *> formerEventsOf(const Cluster &cluster, const std::set<ObjectRef> &objects);

} // namespace faultline::model
