#pragma once

#include "core/model/cluster.h"

#include <vector>

namespace faultline::topology {

/// One template of a Deployment that is still kept: a ReplicaSet.
struct Revision {
    model::ObjectRef replicaSet;
    int number = 0; ///< annotation deployment.kubernetes.io/revision; 0 when it has none
    base::Timestamp created;
    int wanted = 0;
    int ready = 0;
    QStringList images;  ///< of the containers, in the order of the template
    QString changeCause; ///< annotation kubernetes.io/change-cause

    bool operator==(const Revision &) const = default;
};

/// What is known of the rollouts of one workload.
struct RolloutHistory {
    enum class Known {
        Revisions,     ///< `revisions` holds them, maybe only one
        NoReplicaSets, ///< a Deployment without any
        Unseen,        ///< ReplicaSets could not be looked at
        NotRead,       ///< StatefulSet, DaemonSet: their history stands in ControllerRevisions, which are not read
        None           ///< no rollouts: a Job, a bare Pod, a Service
    };
    /// Why a revision is taken for the last good one.
    enum class Because {
        HasReadyPods, ///< it has ready Pods now
        OneBefore     ///< none of the earlier ones has: it is the one before, nobody can tell whether it worked
    };
    Known known = Known::None;
    model::ObjectRef workload;
    std::vector<Revision> revisions; ///< newest first
    int good = -1;                   ///< index of the revision to compare with the newest; -1 = there is none
    Because because = Because::OneBefore;

    /// The newest one has all its Pods ready: nothing is failing.
    bool isNewestReady() const;
    bool operator==(const RolloutHistory &) const = default;
};

/// The history of the workload behind an object: a Deployment, or the one that owns a ReplicaSet or Pod.
RolloutHistory rolloutHistoryOf(const model::Cluster &cluster, const model::ObjectRef &object);

} // namespace faultline::topology
