#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// ingress-nginx ended in March 2026: no releases, no mends of security holes (Kubernetes blog, 2025-11-11, "Ingress
/// NGINX Retirement"). F5's controller of a like name (nginx.org/ingress-controller) is another one.
Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const model::IngressClass *serving = servingClass(scope.cluster, *scope.ingress);
    if (serving == nullptr)
        return unknown(reason::ambiguous);
    std::vector<Evidence> evidence{fieldOf(refTo(*serving), u"spec.controller"_s, serving->controller)};
    if (!serving->controller.startsWith("k8s.io/ingress-nginx"_L1))
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::controller, u"ingress-nginx"_s}}));
}

} // namespace

Check ingressControllerRetired() { return {u"ingress_controller_retired"_s, {Kind::Ingress, Kind::IngressClass}, ask}; }

} // namespace faultline::checks
