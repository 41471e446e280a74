#pragma once

#include "core/checks/shared/ports.h"

namespace faultline::checks {

/// True when the policy isolates Pods with these labels for what comes in.
bool isolates(const model::NetworkPolicy &policy, const model::Labels &labels);

/// True when the rule admits the Service's port as it arrives at such a Pod (its container port), whoever asks.
bool admitsPort(const model::NetworkPolicyRule &rule, const model::ServicePort &port, const model::PodSpec &spec);

/// False when the sources of the rule are all of namespaces that do not exist: then it lets in nobody. Only said where
/// every namespace was read. Pods come and go: a selector for them that fits none now proves nothing.
bool admitsAnySource(const model::Cluster &cluster, const model::NetworkPolicyRule &rule);

/// What a rule means for one Pod that asks.
enum class Admission { Yes, No, CannotTell };

/// CannotTell for addresses (ipBlock), and for a namespace whose labels were not read.
Admission admits(const model::Cluster &cluster, const model::NetworkPolicy &policy,
                 const model::NetworkPolicyRule &rule, const model::Pod &source);

/// The ports that the rules of a policy name: "80, 443/UDP"; empty when one of them admits every port.
QString allowedPortsText(const model::NetworkPolicy &policy);

} // namespace faultline::checks
