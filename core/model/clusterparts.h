#pragma once

#include "core/model/cluster.h"

namespace faultline::model {

/// Moves every object of `page` behind those of `into`; the rest of `into` stays as it is. Private to the decoder.
void append(ClusterData &&page, ClusterData &into);

} // namespace faultline::model
