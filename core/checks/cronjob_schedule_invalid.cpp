#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The controller's complaints that a CronJob cannot be started at all (pkg/controller/cronjob: the API server refuses
/// most of them today; objects of earlier servers live on).
Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::CronJob)
        return no();
    const model::Event *event =
        latestEvent(scope.cluster, workload.ref(),
                    {"UnparseableSchedule"_L1, "UnParseableCronJobSchedule"_L1, "UnparseableCronJobSchedule"_L1,
                     "InvalidSchedule"_L1, "UnknownTimeZone"_L1});
    if (event && isSince(*event, workload.lastSchedule)) {
        return yes({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)},
                                               {fact::schedule, workload.schedule},
                                               {fact::timeZone, workload.timeZone}}));
    }
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    return no({fieldOf(workload.ref(), u"spec.schedule"_s, workload.schedule)});
}

} // namespace

Check cronjobScheduleInvalid() { return {u"cronjob_schedule_invalid"_s, {}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
