#pragma once

#include "core/model/network.h"

namespace faultline::checks {

/// True when the rule admits the Service's port as it arrives at such a Pod (its container port), whoever asks.
bool admitsPort(const model::NetworkPolicyRule &rule, const model::ServicePort &port, const model::PodSpec &spec);

} // namespace faultline::checks
