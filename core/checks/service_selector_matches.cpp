#include "core/checks/reasons.h"
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
    std::vector<PodShape> shapes = podShapes(scope);
    // Pods of a new template may still be on their way while the old ones lack its labels.
    if (scope.workload)
        shapes.push_back(templateShape(*scope.workload));
    const BestFit best = bestFit(service, shapes);
    std::vector<Evidence> evidence = selectorEvidence(service, best);
    if (best.shape && selects(service, *best.shape))
        return yes(std::move(evidence), selectorFacts(service, best));
    return no(std::move(evidence), selectorFacts(service, best));
}

} // namespace

Check serviceSelectorMatches()
{
    return {u"service_selector_matches"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Pod}};
}

} // namespace faultline::checks
