#pragma once

#include "core/topology/topology.h"

namespace faultline::topology {

/// Puts beside each gap the object that it almost names, where there is one.
void addNearMisses(Topology &topology, const model::Cluster &cluster);

} // namespace faultline::topology
