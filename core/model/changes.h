#pragma once

#include "core/model/cluster.h"
#include "core/model/reads.h"

#include <set>

namespace faultline::model {

/// What has happened since a picture was taken.
struct Changes {
    ClusterData objects;            ///< new objects, and new states of known ones; nothing but its lists counts
    std::vector<ObjectRef> gone;    ///< deleted; none of them stands among `objects`
    std::set<Kind> relisted;        ///< of these kinds `objects` holds all that there is
    std::map<Kind, Unseen> unseen;  ///< kinds that may not be read any more
    std::map<LogKey, LogText> logs; ///< that were fetched
    std::map<ObjectRef, RawObject> rawObjects; ///< likewise
    std::map<TrialKey, Trial> trials;          ///< that were made
    base::Timestamp now;                       ///< the server's clock; invalid when it is not known to have moved

    bool isEmpty() const;
};

/// All of them as one: of what is said about an object several times the last counts. In the order in which they
/// happened.
Changes coalesced(std::vector<Changes> changes);

/// A picture after changes, and what of it differs.
struct Next {
    ClusterPtr cluster;
    Touched touched;
    std::vector<ObjectRef> changed; ///< objects that came, went or differ; a new resourceVersion alone is no difference
};

/// The picture after the changes; `before` stays as it is. Logs of a Pod whose containers changed are forgotten,
/// raw objects that changed, and trials of what changed, or that went by a Service or Ingress when something on the
/// way has changed.
/// Objects that did not change are the same in both. Time: of the lists and namespaces in which something changed.
Next nextOf(const Cluster &before, Changes changes);

} // namespace faultline::model
