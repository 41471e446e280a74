#include "core/checks/reasons.h"
#include "core/checks/shared/endpoints.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/services.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    const EndpointView view = endpointsOf(scope.cluster, service);
    if (view.ready + view.notReady > 0)
        return yes(view.evidence); // whoever is listed was selected
    std::vector<PodShape> shapes = podShapes(scope);
    if (shapes.empty() && !scope.cluster.sees(Kind::Pod) && namespaceThatFits(scope.cluster, service).isEmpty())
        return unknownFor(scope.cluster, Kind::Pod);
    // Pods of a new template may still be on their way while the old ones lack its labels.
    if (scope.workload)
        shapes.push_back(templateShape(*scope.workload));
    const BestFit best = bestFit(service, shapes);
    std::vector<Evidence> evidence = selectorEvidence(service, best);
    if (best.shape && selects(service, *best.shape))
        return yes(std::move(evidence), selectorFacts(scope, service, best));
    return no(std::move(evidence), selectorFacts(scope, service, best));
}

} // namespace

Check serviceSelectorMatches()
{
    return {u"service_selector_matches"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::EndpointSlice, Kind::Pod}};
}

} // namespace faultline::checks
