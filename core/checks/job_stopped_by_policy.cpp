#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/jobs.h"
#include "core/checks/shared/refusal.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    const model::Workload *job = podMaker(scope.cluster, workload);
    if (!job || job->kind != Kind::Job)
        return no();
    if (!job->hasStatus)
        return unknown(reason::noStatus);
    const model::Condition *failed = failedCondition(*job);
    if (!failed || failed->reason != "PodFailurePolicy"_L1)
        return no({fieldOf(job->ref(), u"status.failed"_s, QString::number(job->failed))});
    return yes({conditionOf(job->ref(), *failed)},
               factsOf({{fact::job, job->meta.name}, {fact::message, failed->message}}));
}

} // namespace

Check jobStoppedByPolicy() { return {u"job_stopped_by_policy"_s, {}, ask, Answerer::Cluster, {Kind::Job}}; }

} // namespace faultline::checks
