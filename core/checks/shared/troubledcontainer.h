#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// The first init container that is neither done nor a started sidecar, while the Pod is not Initialized: nothing
/// behind it in the list starts before it. It may still be on its way (isBeingCreated()).
std::optional<ContainerView> blockingInitContainer(const model::Pod &pod);

/// The containers of a Pod that a walk should look at, in the order of the spec; empty when all are fine. While init
/// containers block, only the one that does. Otherwise every sidecar and container that waits, has ended or is in a
/// crash loop; and only where there is none of these, those that run without being Ready: a Pod whose STATUS is that
/// of a broken container cannot be asked about readiness.
QStringList troubledContainers(const model::Cluster &cluster, const model::Pod &pod);

/// The container that a check is asked about: the walk's; without one the first troubled container of the Pod, or its
/// first one. Nothing when the Pod is missing or has no status of it.
std::optional<ContainerView> askedContainer(const Scope &scope);

/// The answer where askedContainer() has nothing: unknown, because of no Pod or no status.
Verdict noContainer(const Scope &scope);

} // namespace faultline::checks
