#pragma once

#include "core/guide/diagnosis.h"

namespace faultline::guide {

/// Tells each finding about Pods how many share it, and what they have in common that the Pods that work have not:
/// `Finding::fate`. Pods of earlier ReplicaSets count as well, those that are being deleted do not.
void nameCommonFactors(const model::Cluster &cluster, Diagnosis &diagnosis);

} // namespace faultline::guide
