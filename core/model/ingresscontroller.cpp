#include "core/model/ingresscontroller.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::model {

namespace {

constexpr std::array kControllers{
    IngressController{"ingress-nginx"_L1,
                      {"ingress-nginx"_L1, "ingress-nginx/controller"_L1, "nginx-ingress-controller"_L1}},
    IngressController{"nginx.org"_L1, {"nginx-ingress"_L1, "nginx/nginx-ingress"_L1, "nginx-ic"_L1}},
    IngressController{"traefik"_L1, {"traefik"_L1, "traefik-ingress-lb"_L1, "traefik-ingress"_L1}},
    IngressController{"haproxy"_L1, {"haproxy-ingress"_L1, "kubernetes-ingress"_L1, "haproxytech"_L1}},
    IngressController{"contour"_L1, {"contour"_L1, "projectcontour"_L1, "envoy"_L1}},
    IngressController{"kong"_L1, {"kong"_L1, "kong/kubernetes-ingress-controller"_L1, "ingress-kong"_L1}},
    IngressController{"istio"_L1, {"istio-ingressgateway"_L1, "istiod"_L1, "istio-ingress"_L1}},
    IngressController{"ambassador"_L1, {"emissary-ingress"_L1, "ambassador"_L1, "edge-stack"_L1}},
    IngressController{"apisix"_L1, {"apisix-ingress-controller"_L1, "apisix"_L1, "ingress-apisix"_L1}},
    IngressController{"cilium"_L1, {"cilium-agent"_L1, "cilium"_L1, "cilium-ingress"_L1}},
    IngressController{"ingress.k8s.aws/alb"_L1,
                      {"aws-load-balancer-controller"_L1, "aws-alb-ingress-controller"_L1, "alb-ingress"_L1}},
};

constexpr std::array kNamingLabels{u"app.kubernetes.io/name", u"app", u"k8s-app", u"name",
                                   u"app.kubernetes.io/component"};

bool hasImageOf(const Pod &pod, QLatin1StringView name)
{
    return name.contains(u'/') && pod.spec &&
           std::any_of(pod.spec->containers.begin(), pod.spec->containers.end(),
                       [&](const Container &container) { return container.image.contains(name); });
}

bool bearsName(const Pod &pod, QLatin1StringView name)
{
    return hasImageOf(pod, name) || std::any_of(kNamingLabels.begin(), kNamingLabels.end(), [&](const char16_t *label) {
               return pod.meta.labels.value(label) == name;
           });
}

QSet<QString> makeAllNames()
{
    QSet<QString> names;
    for (const IngressController &controller : kControllers) {
        for (const QLatin1StringView name : controller.names) {
            names.insert(name);
        }
    }
    return names;
}

} // namespace

std::span<const IngressController> ingressControllers() { return kControllers; }

bool isPodOf(const Pod &pod, const IngressController &controller)
{
    return std::any_of(controller.names.begin(), controller.names.end(),
                       [&](QLatin1StringView name) { return bearsName(pod, name); });
}

bool isPodOfAnyController(const Pod &pod)
{
    static const QSet<QString> names = makeAllNames();
    const bool isLabelled = std::any_of(kNamingLabels.begin(), kNamingLabels.end(), [&](const char16_t *label) {
        return names.contains(pod.meta.labels.value(label));
    });
    return isLabelled || std::any_of(kControllers.begin(), kControllers.end(), [&](const IngressController &each) {
               return std::any_of(each.names.begin(), each.names.end(),
                                  [&](QLatin1StringView name) { return hasImageOf(pod, name); });
           });
}

} // namespace faultline::model
