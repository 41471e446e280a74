#include "core/checks/reasons.h"
#include "core/checks/shared/candidates.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/services.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.workload && !scope.pod)
        return unknown(reason::noObject);
    const model::Service *near = nearMissService(scope.cluster, scope.workload, scope.pod);
    if (!near)
        return no();
    const std::vector<PodShape> shapes = podShapes(scope);
    const BestFit best = bestFit(*near, shapes);
    return yes(selectorEvidence(*near, best), selectorFacts(scope, *near, best));
}

} // namespace

Check serviceNearMiss() { return {u"service_near_miss"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
