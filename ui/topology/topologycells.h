#pragma once

#include "core/layout/layout.h"
#include "core/topology/topology.h"

namespace faultline::ui {

/// The rows of the picture, top to bottom. Old: earlier ReplicaSets that still have Pods.
enum class TopologyRow { Ingress, Service, Pods, Old };
TopologyRow rowOf(const topology::Item &item);

/// The row that is marked as the failing one, if any: that of the failing layer, and where nothing of it is in the
/// picture that of the failing object.
bool isFailingRow(const topology::Topology &topology, TopologyRow row);

/// Places of all items (band, rank, slot; no sizes): children right of their workload, Pods right of their ReplicaSet,
/// what they name right of them; Services above the Pods, each Ingress above its Service; the members of opened groups
/// in lines of four below everything else of their row.
std::vector<layout::NodeIn> topologyCells(const topology::Topology &topology);

} // namespace faultline::ui
