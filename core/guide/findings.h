#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::guide {

/// Reads a diagnosis' walks: findings (the primary one first), health, the state of each layer, what was not checked.
void concludeFrom(const Guide &guide, const model::Cluster &cluster, Diagnosis &diagnosis);

} // namespace faultline::guide
