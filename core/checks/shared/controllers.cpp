#include "core/checks/shared/controllers.h"

#include "core/checks/shared/ingresses.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// A controller that runs as Pods inside the cluster: words of its labels or image, and of
/// IngressClass.spec.controller.
struct KnownController {
    QLatin1StringView controller;           ///< contained in IngressClass.spec.controller
    std::array<QLatin1StringView, 3> names; ///< values of naming labels, or parts of the image's name
};

constexpr std::array kControllers{
    KnownController{"ingress-nginx"_L1,
                    {"ingress-nginx"_L1, "ingress-nginx/controller"_L1, "nginx-ingress-controller"_L1}},
    KnownController{"nginx.org"_L1, {"nginx-ingress"_L1, "nginx/nginx-ingress"_L1, "nginx-ic"_L1}},
    KnownController{"traefik"_L1, {"traefik"_L1, "traefik-ingress-lb"_L1, "traefik-ingress"_L1}},
    KnownController{"haproxy"_L1, {"haproxy-ingress"_L1, "kubernetes-ingress"_L1, "haproxytech"_L1}},
    KnownController{"contour"_L1, {"contour"_L1, "projectcontour"_L1, "envoy"_L1}},
    KnownController{"kong"_L1, {"kong"_L1, "kong/kubernetes-ingress-controller"_L1, "ingress-kong"_L1}},
    KnownController{"istio"_L1, {"istio-ingressgateway"_L1, "istiod"_L1, "istio-ingress"_L1}},
    KnownController{"ambassador"_L1, {"emissary-ingress"_L1, "ambassador"_L1, "edge-stack"_L1}},
    KnownController{"apisix"_L1, {"apisix-ingress-controller"_L1, "apisix"_L1, "ingress-apisix"_L1}},
    KnownController{"cilium"_L1, {"cilium-agent"_L1, "cilium"_L1, "cilium-ingress"_L1}},
    KnownController{"ingress.k8s.aws/alb"_L1,
                    {"aws-load-balancer-controller"_L1, "aws-alb-ingress-controller"_L1, "alb-ingress"_L1}},
};

constexpr std::array kNamingLabels{u"app.kubernetes.io/name", u"app", u"k8s-app", u"name",
                                   u"app.kubernetes.io/component"};

bool bearsName(const model::Pod &pod, QLatin1StringView name)
{
    for (const char16_t *label : kNamingLabels) {
        if (pod.meta.labels.value(label) == name)
            return true;
    }
    return name.contains(u'/') &&
           std::any_of(pod.spec->containers.begin(), pod.spec->containers.end(),
                       [&](const model::Container &container) { return container.image.contains(name); });
}

bool isPodOf(const model::Pod &pod, const KnownController &known)
{
    return std::any_of(known.names.begin(), known.names.end(),
                       [&](QLatin1StringView name) { return bearsName(pod, name); });
}

/// The controllers that may serve the Ingress: the one of its class, or every known one when it has no class. Empty for
/// a class whose controller is not known here (it may run outside of the cluster).
std::vector<const KnownController *> candidatesFor(const model::Cluster &cluster, const model::Ingress &ingress)
{
    const model::IngressClass *served = servingClass(cluster, ingress);
    const QString controller = served ? served->controller : requestedClass(ingress);
    std::vector<const KnownController *> candidates;
    for (const KnownController &known : kControllers) {
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
    const std::vector<const KnownController *> candidates = candidatesFor(cluster, ingress);
    ControllerPods found;
    found.isKnown = !candidates.empty();
    for (const model::Pod &pod : cluster.pods()) {
        const bool fits = std::any_of(candidates.begin(), candidates.end(),
                                      [&](const KnownController *known) { return isPodOf(pod, *known); });
        if (!fits)
            continue;
        found.any = found.any ? found.any : &pod;
        if (pod.isReady())
            found.ready = found.ready ? found.ready : &pod;
    }
    return found;
}

} // namespace faultline::checks
