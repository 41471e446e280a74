#include "core/checks/shared/controllers.h"

#include "core/checks/shared/ingresses.h"
#include "core/model/ingresscontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The controllers that may serve the Ingress: the one of its class, or every known one when it has no class. Empty for
/// a class whose controller is not known here (it may run outside of the cluster).
std::vector<const model::IngressController *> candidatesFor(const model::Cluster &cluster,
                                                            const model::Ingress &ingress)
{
    const model::IngressClass *served = servingClass(cluster, ingress);
    const QString controller = served ? served->controller : requestedClass(ingress);
    std::vector<const model::IngressController *> candidates;
    for (const model::IngressController &known : model::ingressControllers()) {
        const bool isNamed = served ? controller.contains(known.controller)
                                    : known.controller.contains(controller) || controller.contains(known.controller);
        if (controller.isEmpty() || isNamed)
            candidates.push_back(&known);
    }
    return candidates;
}

} // namespace

ControllerPods controllerPods(const model::Cluster &cluster, const model::Ingress &ingress)
{
    const std::vector<const model::IngressController *> candidates = candidatesFor(cluster, ingress);
    ControllerPods found;
    found.isKnown = !candidates.empty();
    for (const model::Pod *pod : cluster.controllerPods()) {
        const bool fits = std::any_of(candidates.begin(), candidates.end(), [&](const model::IngressController *known) {
            return model::isPodOf(*pod, *known);
        });
        if (!fits)
            continue;
        found.any = found.any ? found.any : pod;
        if (pod->isReady())
            found.ready = found.ready ? found.ready : pod;
    }
    return found;
}

} // namespace faultline::checks
