#pragma once

#include "core/topology/topology.h"

namespace faultline::topology {

/// Pods of equal fate: the same STATUS word, the same readiness, the same owner when that is an old ReplicaSet.
struct PodGroup {
    std::vector<const model::Pod *> pods; ///< never empty; in name order
    QString fate;
    bool ready = false;
    bool old = false;
    guide::LayerState state = guide::LayerState::Fine; ///< the worst of the findings about any of them
    model::ObjectRef owner; ///< the ReplicaSet, Job or workload that the Pods belong to; null for bare Pods
};

/// Every Pod of the subject (for a lone Service: that it selects), current ones first, of these the worst.
std::vector<PodGroup> podGroupsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

} // namespace faultline::topology
