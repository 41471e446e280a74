#pragma once

#include "core/checks/check.h"

#include <optional>

namespace faultline::checks {

/// A container of a Pod by its spec and its status; neither is null.
struct ProbedContainer {
    const model::Container *spec = nullptr;
    const model::ContainerStatus *status = nullptr;
};

/// The running container (the one in question first) whose startup probe has not passed yet.
std::optional<ProbedContainer> containerInStartup(const model::Pod &pod, const QString &preferred);

/// The running container (the one in question first) that is not ready, has a readiness probe and is through its
/// startup probe: until then the kubelet does not run the readiness probe.
std::optional<ProbedContainer> containerNotReady(const model::Pod &pod, const QString &preferred);

/// True while a startup probe has every right to fail: within its budget, for a minute at most, in the first run, and
/// without an answer of the app that waiting cannot change (an HTTP status of 4xx).
bool isStartingUp(const model::Cluster &cluster, const model::Pod &pod, const ProbedContainer &probed);

/// True while a readiness probe cannot have run twice (or as often as successThreshold asks) since the start.
bool isBeforeReadiness(const model::Cluster &cluster, const ProbedContainer &probed);

} // namespace faultline::checks
