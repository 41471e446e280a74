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
    if (!failed || failed->reason != "DeadlineExceeded"_L1)
        return no({fieldOf(job->ref(), u"status.failed"_s, QString::number(job->failed))});
    const QString deadline = job->activeDeadlineSeconds ? QString::number(*job->activeDeadlineSeconds) : QString();
    return yes({conditionOf(job->ref(), *failed), fieldOf(job->ref(), u"spec.activeDeadlineSeconds"_s, deadline)},
               factsOf({{fact::job, job->meta.name}, {fact::deadline, deadline}, {fact::message, failed->message}}));
}

} // namespace

Check jobDeadlinePassed() { return {u"job_deadline_passed"_s, {}, ask, Answerer::Cluster, {Kind::Job}}; }

} // namespace faultline::checks
