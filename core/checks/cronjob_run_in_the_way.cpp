#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// A Pod of the run that is in trouble explains it better than this question does.
bool looksWell(const Scope &scope, const QString &name)
{
    const model::Workload *job = scope.cluster.workload({Kind::Job, scope.workload->meta.nameSpace, name});
    const auto pods = job ? scope.cluster.podsOf(*job) : std::vector<const model::Pod *>();
    return std::all_of(pods.begin(), pods.end(), [](const model::Pod *pod) { return pod->isReady(); });
}

/// With concurrencyPolicy Forbid a run that does not end keeps all later ones from starting (event JobAlreadyActive).
Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::CronJob || workload.concurrencyPolicy != "Forbid"_L1)
        return no();
    const model::Event *event = latestEvent(scope.cluster, workload.ref(), {"JobAlreadyActive"_L1});
    const model::Event *started = latestEvent(scope.cluster, workload.ref(), {"SuccessfulCreate"_L1});
    const bool blocked = event && !(started && started->last >= event->last) && !workload.activeJobs.isEmpty() &&
                         looksWell(scope, workload.activeJobs.front());
    if (blocked) {
        const QString job = workload.activeJobs.front();
        return yes({eventOf(*event), fieldOf(workload.ref(), u"status.active"_s, job)},
                   factsOf({{fact::job, job},
                            {fact::since, workload.lastSchedule.toString()},
                            {fact::message, plainMessage(*event)}}));
    }
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    return no({fieldOf(workload.ref(), u"spec.concurrencyPolicy"_s, workload.concurrencyPolicy)});
}

} // namespace

Check cronjobRunInTheWay()
{
    return {u"cronjob_run_in_the_way"_s, {}, ask, Answerer::Cluster, {Kind::Event, Kind::Job, Kind::Pod}};
}

} // namespace faultline::checks
