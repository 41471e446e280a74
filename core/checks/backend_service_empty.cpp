#include "core/checks/reasons.h"
#include "core/checks/shared/endpoints.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    std::vector<Evidence> evidence;
    for (const model::IngressPath &path : backendsInQuestion(scope.cluster, *scope.ingress, scope.service)) {
        const BackendTarget target = resolveBackend(scope.cluster, *scope.ingress, path.backend);
        if (!target.service || !target.port)
            continue;
        EndpointView view = endpointsOf(scope.cluster, *target.service, *target.port);
        if (view.readiness == EndpointView::Readiness::Unknown)
            return unknownFor(scope.cluster, Kind::EndpointSlice);
        if (view.readiness == EndpointView::Readiness::NoneReady)
            return yes(std::move(view.evidence), backendFacts(scope.cluster, *scope.ingress, path));
        evidence.insert(evidence.end(), view.evidence.begin(), view.evidence.end());
    }
    return no(std::move(evidence));
}

} // namespace

Check backendServiceEmpty()
{
    return {u"backend_service_empty"_s,
            {Kind::Ingress, Kind::Service},
            ask,
            Answerer::Cluster,
            {Kind::EndpointSlice, Kind::Pod}};
}

} // namespace faultline::checks
