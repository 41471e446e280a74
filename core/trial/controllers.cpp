#include "core/trial/controllers.h"

#include <algorithm>

namespace faultline::trial {

using namespace Qt::StringLiterals;

std::span<const ControllerKind> controllerKinds()
{
    static const std::vector<ControllerKind> kinds{
        {u"ingress-nginx"_s,
         u"k8s.io/ingress-nginx"_s,
         {u"app.kubernetes.io/name=ingress-nginx,app.kubernetes.io/component=controller"_s,
          u"app.kubernetes.io/name=ingress-nginx"_s},
         {80},
         {443},
         u"ingress-nginx was retired in March 2026: no releases and no security fixes any more"_s},
        {u"NGINX Ingress Controller (F5)"_s,
         u"nginx.org/ingress-controller"_s,
         {u"app.kubernetes.io/name=nginx-ingress"_s, u"app=nginx-ingress"_s},
         {80},
         {443},
         {}},
        {u"Traefik"_s,
         u"traefik.io/ingress-controller"_s,
         {u"app.kubernetes.io/name=traefik"_s, u"app=traefik"_s},
         {8000, 80},
         {8443, 443},
         {}},
        {u"HAProxy Kubernetes Ingress Controller"_s,
         u"haproxy.org/ingress-controller"_s,
         {u"app.kubernetes.io/name=kubernetes-ingress"_s, u"run=haproxy-ingress"_s},
         {8080, 80},
         {8443, 443},
         {}},
        {u"HAProxy Ingress"_s,
         u"haproxy-ingress.github.io/controller"_s,
         {u"app.kubernetes.io/name=haproxy-ingress"_s},
         {80},
         {443},
         {}},
        {u"Contour"_s,
         u"projectcontour.io/"_s,
         {u"app.kubernetes.io/name=contour,app.kubernetes.io/component=envoy"_s, u"app=envoy"_s},
         {8080, 80},
         {8443, 443},
         {}},
        {u"Kong"_s,
         u"ingress-controllers.konghq.com/kong"_s,
         {u"app.kubernetes.io/name=gateway"_s, u"app.kubernetes.io/name=kong"_s},
         {8000},
         {8443},
         {}},
        {u"AWS Load Balancer Controller"_s, u"ingress.k8s.aws/alb"_s, {}, {}, {}, {}},
        {u"GKE Ingress"_s, u"ingress.gcp.kubernetes.io"_s, {}, {}, {}, {}},
        {u"GKE Ingress"_s, u"k8s.io/ingress-gce"_s, {}, {}, {}, {}},
        {u"Azure Application Gateway"_s, u"azure/application-gateway"_s, {}, {}, {}, {}},
    };
    return kinds;
}

const ControllerKind *controllerOf(const QString &specController)
{
    const auto kinds = controllerKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const ControllerKind &kind) {
        return !specController.isEmpty() && specController.startsWith(kind.controller);
    });
    return found == kinds.end() ? nullptr : &*found;
}

bool isControllersOwn(const model::Trial &trial)
{
    const auto says = [&](QLatin1StringView words) { return trial.firstBytes.contains(words, Qt::CaseInsensitive); };
    if (trial.httpStatus == 404) {
        return says("default backend - 404"_L1) || says("<center>nginx</center>"_L1) ||
               says("no Route matched with those values"_L1);
    }
    if (trial.httpStatus == 502 || trial.httpStatus == 503 || trial.httpStatus == 504) {
        return says("<center>nginx</center>"_L1) || says("No server is available to handle this request"_L1) ||
               says("no healthy upstream"_L1) || says("upstream connect error"_L1) || says("no available server"_L1) ||
               says("Bad Gateway"_L1) || says("Gateway Timeout"_L1) || says("didn't respond in time"_L1) ||
               says("failure to get a peer from the ring-balancer"_L1);
    }
    return false;
}

} // namespace faultline::trial
