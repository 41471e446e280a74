#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// The Pods of the ingress controllers that may serve an Ingress.
struct ControllerPods {
    const model::Pod *ready = nullptr; ///< the first that is Ready
    const model::Pod *any = nullptr;   ///< the first, Ready or not
    bool isKnown = false; ///< false for a class whose controller is not known here: it may run outside of the cluster
};

/// Looks for the controller of the Ingress's class, or for every known one when it has no class, by the labels and
/// images that their own charts and manifests use.
ControllerPods controllerPods(const model::Cluster &cluster, const model::Ingress &ingress);

} // namespace faultline::checks
