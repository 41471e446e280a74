#pragma once

#include "core/layout/layout.h"
#include "core/topology/topology.h"

namespace faultline::ui {

/// The rows of the picture, top to bottom.
enum class TopologyRow { Ingress, Service, Pods };
TopologyRow rowOf(const topology::Item &item);

/// Places of all items (band, rank, slot; no sizes): ReplicaSets right of their workload, Pods right of their
/// ReplicaSet, old ones below the newest; Services above the Pods, each Ingress above its Service.
std::vector<layout::NodeIn> topologyCells(const topology::Topology &topology);

} // namespace faultline::ui
