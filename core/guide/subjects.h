#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::guide {

/// The Pods of a subject that say how it is today: of the newest ReplicaSet where it has any, without Pods that are
/// being deleted in good time, and without finished ones while enough others are ready.
std::vector<const model::Pod *> podsToWalk(const model::Cluster &cluster, const model::ObjectRef &subject);

/// True for kinds that make Pods (a bare Pod counts as a workload of itself).
bool isWorkloadKind(model::Kind kind);

} // namespace faultline::guide
