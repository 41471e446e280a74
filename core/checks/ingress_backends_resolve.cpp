#include "core/checks/reasons.h"
#include "core/checks/shared/endpoints.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct Outcome {
    bool resolves = true;
    std::vector<Evidence> evidence;
};

bool needsNoEndpoints(const model::Service &service) { return service.type == "ExternalName"_L1; }

Outcome outcomeOf(const Scope &scope, const model::IngressPath &path)
{
    Outcome outcome{true, backendEvidence(scope.cluster, *scope.ingress, path)};
    const BackendTarget target = resolveBackend(scope.cluster, *scope.ingress, path.backend);
    outcome.resolves = target.service && (target.port || needsNoEndpoints(*target.service));
    if (!outcome.resolves || needsNoEndpoints(*target.service))
        return outcome;
    // Neither slices nor Pods were read: name and port are all that can be held against each other.
    const EndpointView view = endpointsOf(scope.cluster, *target.service, *target.port);
    outcome.resolves = view.readiness != EndpointView::Readiness::NoneReady;
    outcome.evidence.insert(outcome.evidence.end(), view.evidence.begin(), view.evidence.end());
    return outcome;
}

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const std::vector<model::IngressPath> backends = backendsInQuestion(scope.cluster, *scope.ingress, scope.service);
    if (backends.empty())
        return unknown(reason::ambiguous);
    std::vector<Evidence> evidence;
    for (const model::IngressPath &path : backends) {
        Outcome outcome = outcomeOf(scope, path);
        if (!outcome.resolves)
            return no(std::move(outcome.evidence), backendFacts(scope.cluster, *scope.ingress, path));
        for (Evidence &item : outcome.evidence)
            evidence.push_back(std::move(item));
    }
    const model::IngressPath &first = backends.front();
    return yes(std::move(evidence), factsOf({{fact::host, first.host}, {fact::path, first.path}}));
}

} // namespace

Check ingressBackendsResolve()
{
    return {u"ingress_backends_resolve"_s,
            {Kind::Ingress, Kind::Service},
            ask,
            Answerer::Cluster,
            {Kind::EndpointSlice, Kind::Pod}};
}

} // namespace faultline::checks
