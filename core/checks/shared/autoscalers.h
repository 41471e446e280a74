#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// What an autoscaler scales: by the group and kind that it names; Kind::Unknown for a kind that is not read.
model::ObjectRef targetOf(const model::HorizontalPodAutoscaler &autoscaler);

/// True for the kinds with a scale subresource that Faultline reads.
bool canBeScaled(model::Kind kind);

/// `{target}` and `{targetKind}`, as the autoscaler names them.
Facts targetFacts(const model::HorizontalPodAutoscaler &autoscaler);

} // namespace faultline::checks
