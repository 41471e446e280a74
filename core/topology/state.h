#pragma once

#include "core/topology/topology.h"

namespace faultline::topology {

/// How a finding looks on the object that it is about.
guide::LayerState stateOf(const guide::Finding &finding);

/// The worst of the findings about any of these objects; else how their layer stands, without the troubles of others.
guide::LayerState stateOf(const guide::Diagnosis &diagnosis, guide::Layer layer,
                          const std::vector<model::ObjectRef> &objects);

/// What a person must see first: fault, suspected, open, waiting, and so on to fine.
bool isWorse(guide::LayerState one, guide::LayerState other);

/// The primary finding when it is one that asks for something, else nullptr.
const guide::Finding *failingFinding(const guide::Diagnosis &diagnosis);

/// Writes down which layer and which object fail, if any.
void noteFailing(Topology &topology, const guide::Diagnosis &diagnosis);

} // namespace faultline::topology
