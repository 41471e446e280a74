#pragma once

#include "core/checks/check.h"

#include <optional>

namespace faultline::checks {

/// What an autoscaler of the cluster said of a Pod that has no node.
struct ScaleUp {
    const model::Event &event;
    QString outcome; ///< "comes" or "refused" (fact scaleUp)
};

/// The newest such word of cluster-autoscaler (TriggeredScaleUp, NotTriggerScaleUp) or Karpenter (Nominated,
/// FailedScheduling); nothing when none has spoken. Sources: cluster-autoscaler/processors/status/eventing_scale_up_
/// processor.go, karpenter pkg/controllers/provisioning/scheduling/events.go.
std::optional<ScaleUp> scaleUpOf(const model::Cluster &cluster, const model::Pod &pod);

} // namespace faultline::checks
