#pragma once

#include "core/topology/topology.h"

namespace faultline::topology {

/// True for what stands beside applications: a Node, claim, autoscaler or disruption budget.
bool isBackground(model::Kind kind);

/// The picture of such an object: itself, the Pods or the workload that it is about, and what it names in vain.
Topology backgroundTopology(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

} // namespace faultline::topology
