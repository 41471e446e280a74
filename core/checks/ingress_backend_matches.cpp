#include "core/checks/reasons.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const std::vector<model::IngressPath> backends = backendsInQuestion(scope.cluster, *scope.ingress, scope.service);
    if (backends.empty())
        return unknown(reason::ambiguous);
    std::vector<Evidence> evidence;
    for (const model::IngressPath &path : backends) {
        const BackendTarget target = resolveBackend(scope.cluster, *scope.ingress, path.backend);
        std::vector<Evidence> seen = backendEvidence(scope.cluster, *scope.ingress, path);
        if (!target.service || (!target.port && target.service->type != "ExternalName"_L1))
            return no(std::move(seen), backendFacts(scope.cluster, *scope.ingress, path));
        for (Evidence &item : seen)
            evidence.push_back(std::move(item));
    }
    return yes(std::move(evidence));
}

} // namespace

Check ingressBackendMatches() { return {u"ingress_backend_matches"_s, {Kind::Ingress, Kind::Service}, ask}; }

} // namespace faultline::checks
