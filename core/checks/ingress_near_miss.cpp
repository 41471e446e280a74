#include "core/checks/reasons.h"
#include "core/checks/shared/candidates.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Ingress *ingress = nearMissIngress(scope.cluster, *scope.service);
    if (!ingress)
        return no();
    for (const model::IngressPath &path : ingress->backends()) {
        if (!isNearMissBackend(scope.cluster, *scope.service, path.backend))
            continue;
        std::vector<Evidence> evidence = backendEvidence(scope.cluster, *ingress, path);
        evidence.push_back(fieldOf(scope.service->ref(), u"metadata.name"_s, scope.service->meta.name));
        return yes(std::move(evidence), backendFacts(scope.cluster, *ingress, path));
    }
    return no();
}

} // namespace

Check ingressNearMiss() { return {u"ingress_near_miss"_s, {Kind::Ingress, Kind::Service}, ask}; }

} // namespace faultline::checks
