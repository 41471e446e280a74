#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kPatienceSeconds = 30;

bool countsGenerations(model::Kind kind) { return kind != model::Kind::Job && kind != model::Kind::CronJob; }

/// The newest moment at which something is known to have changed: a lag shorter than that is no lag yet.
base::Timestamp lastChange(const model::Workload &workload)
{
    base::Timestamp newest = workload.meta.created;
    for (const model::Condition &condition : workload.conditions)
        newest = std::max(newest, condition.lastTransition);
    return newest;
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (!countsGenerations(workload.kind))
        return yes();
    if (!workload.hasStatus && workload.meta.generation == 0)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{
        fieldOf(workload.ref(), u"metadata.generation"_s, QString::number(workload.meta.generation)),
        fieldOf(workload.ref(), u"status.observedGeneration"_s, QString::number(workload.observedGeneration))};
    if (workload.observedGeneration >= workload.meta.generation)
        return yes(std::move(evidence));
    const base::Timestamp since = lastChange(workload);
    if (!since.isValid() || base::secondsBetween(since, scope.cluster.now()) < kPatienceSeconds)
        return unknown(reason::tooEarly, std::move(evidence));
    return no(std::move(evidence));
}

} // namespace

Check deploymentObserved() { return {u"deployment_observed"_s, {}, ask}; }

} // namespace faultline::checks
