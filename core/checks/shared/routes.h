#pragma once

#include "core/checks/check.h"

#include <optional>
#include <vector>

namespace faultline::checks {

/// A route in the Service's namespace with a backend that names no existing Service and most likely means this one.
/// Nullptr when there is none, and when Services were not read.
const model::Route *nearMissRoute(const model::Cluster &cluster, const model::Service &service);

/// A backend that cannot be resolved, by the objects themselves (gateway.networking.k8s.io/v1, ResolvedRefs).
struct BrokenBackend {
    enum class Cause { NoService, NoPort, NotPermitted };
    const model::RouteBackend *backend = nullptr;
    Cause cause = Cause::NoService;
};

/// The first such backend; of what was not read (another namespace, Services, grants) nothing is said.
std::optional<BrokenBackend> brokenBackend(const model::Cluster &cluster, const model::Route &route);

/// backendService, backendPort, backendPath, missingKind, missingName, similar, elsewhere, servicePorts, suggestedPort;
/// backendNamespace only where a ReferenceGrant is missing there.
Facts brokenBackendFacts(const model::Cluster &cluster, const model::Route &route, const BrokenBackend &broken);
std::vector<Evidence> brokenBackendEvidence(const model::Cluster &cluster, const model::Route &route,
                                            const BrokenBackend &broken);

/// False where the controller has not looked at the newest generation yet.
bool isCurrent(const model::Condition &condition, const model::Metadata &meta);

/// True when an object of that namespace would be in the Cluster if it existed.
bool readsNamespace(const model::Cluster &cluster, model::Kind kind, const QString &own, const QString &asked);

/// gateway, gatewayNamespace, listener of a parent; host and path of the route.
Facts parentFacts(const model::Route &route, const model::RouteParent &parent);

/// The parents that accepted the route; all that it names when none did. Only Gateways.
std::vector<model::RouteParent> gatewaysOf(const model::Route &route);

} // namespace faultline::checks
