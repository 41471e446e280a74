#pragma once

#include "core/checks/shared/evidence.h"

#include <optional>

namespace faultline::checks {

/// One container of a Pod: its place in the spec and what the kubelet says of it.
struct ContainerView {
    const model::Pod &pod;
    const model::Container &spec;
    const model::ContainerStatus &status;
    bool init = false; ///< stands under initContainers (a sidecar does, too)

    bool isSidecar() const { return init && model::isSidecar(spec); }
    bool isWaiting() const { return status.state.phase == model::ContainerState::Phase::Waiting; }
    bool isRunning() const { return status.state.phase == model::ContainerState::Phase::Running; }
    bool isTerminated() const { return status.state.phase == model::ContainerState::Phase::Terminated; }
    /// state.waiting.reason; empty when it does not wait.
    QString waitingReason() const { return isWaiting() ? status.state.reason : QString(); }

    /// "spec.containers[web].image" for "image".
    QString specPath(QLatin1StringView field) const;
    /// "status.containerStatuses[web].restartCount" for "restartCount".
    QString statusPath(QLatin1StringView field) const;
};

/// The containers of a Pod that have a status: init containers first, each group in the order of the spec.
std::vector<ContainerView> containersOf(const model::Pod &pod);

/// The container and sidecar views alone: what runs as long as the Pod does.
std::vector<ContainerView> lastingContainersOf(const model::Pod &pod);

/// What the container does now: its waiting reason, since when it runs, or its exit code.
Evidence stateOf(const ContainerView &container);

/// True when the container is being created for the first time: it waits for no fault of its own (reason
/// ContainerCreating, PodInitializing or none) and has no earlier run.
bool isBeingCreated(const ContainerView &container);

/// True for an init container that is no sidecar and has ended with exit 0: its work is done.
bool isDone(const ContainerView &container);

/// Whether the kubelet starts the container again when it ends with `exitCode`: its own restartPolicy before the
/// Pod's (core/v1 Container.restartPolicy); an init container of an Always Pod is only repeated after a failure.
bool isRestartedAfter(const ContainerView &container, int exitCode);

/// True when the event is about that container: by involvedObject.fieldPath, and where that is missing by its message
/// or because the Pod has no other container.
bool isAbout(const model::Event &event, const ContainerView &container);

} // namespace faultline::checks
