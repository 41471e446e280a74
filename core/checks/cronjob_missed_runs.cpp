#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::CronJob)
        return no();
    const model::Event *event =
        latestEvent(scope.cluster, workload.ref(), {"TooManyMissedTimes"_L1, "MissSchedule"_L1, "FailedNeedsStart"_L1});
    const model::Event *started = latestEvent(scope.cluster, workload.ref(), {"SuccessfulCreate"_L1});
    const bool overcome =
        event && ((started && started->last > event->last) || !isSince(*event, workload.lastSchedule));
    if (event && !overcome) {
        return yes({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)},
                                               {fact::reason, event->reason},
                                               {fact::schedule, workload.schedule},
                                               {fact::since, workload.lastSchedule.toString()}}));
    }
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    return no({fieldOf(workload.ref(), u"spec.schedule"_s, workload.schedule)});
}

} // namespace

Check cronjobMissedRuns() { return {u"cronjob_missed_runs"_s, {}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
