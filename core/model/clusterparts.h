#pragma once

#include "core/model/cluster.h"

namespace faultline::model {

/// Moves every object of `page` behind those of `into`; the rest of `into` stays as it is. For the decoder, and tests
/// that put pictures together.
void append(ClusterData &&page, ClusterData &into);

} // namespace faultline::model
