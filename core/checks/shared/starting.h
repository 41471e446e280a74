#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// True when a Pod ended well as it was meant to (phase Succeeded): a Job's Pod, or one that must not be restarted.
bool hasFinishedAsMeant(const model::Pod &pod);

/// The container in question while the kubelet still creates it (waiting for ContainerCreating, PodInitializing or
/// without a reason), else the first such container of the Pod when none is chosen; nullptr otherwise.
const model::ContainerStatus *containerBeingCreated(const model::Pod &pod, const QString &container);

/// True when a Pod that has a node shows no sign yet that its volumes and sandbox are ready: nothing of it runs, and
/// every app container is still being created or has no status at all.
bool isBeforeContainers(const model::Pod &pod);

/// The newest event with one of these reasons in the Pod's present start, unless one of `overcome` came after it.
const model::Event *troubleAtStart(const model::Cluster &cluster, const model::Pod &pod,
                                   std::initializer_list<QLatin1StringView> trouble,
                                   std::initializer_list<QLatin1StringView> overcome);

} // namespace faultline::checks
