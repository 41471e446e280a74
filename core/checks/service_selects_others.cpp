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
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Service *service = strayNamesake(scope.cluster, *scope.workload);
    if (!service)
        return no();
    const std::vector<PodShape> shapes = podShapes(scope);
    const BestFit best = bestFit(*service, shapes);
    return yes(selectorEvidence(*service, best), selectorFacts(scope, *service, best));
}

} // namespace

Check serviceSelectsOthers()
{
    return {u"service_selects_others"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Pod, Kind::Deployment}};
}

} // namespace faultline::checks
