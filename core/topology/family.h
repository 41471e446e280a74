#pragma once

#include "core/topology/podgroups.h"

namespace faultline::topology {

/// How many ReplicaSets or Jobs of a workload are drawn one by one.
inline constexpr size_t kMostChildren = 12;

/// What a workload made that still matters: the newest ReplicaSet, and every child that has Pods.
struct Family {
    std::vector<const model::Workload *> shown;
    std::vector<model::ObjectRef> further; ///< too many to draw: those whose Pods are best
};

/// Chooses them, and takes the Pods of the further ones out of `groups`.
Family familyOf(const model::Cluster &cluster, const model::Workload &workload, std::vector<PodGroup> &groups);

} // namespace faultline::topology
