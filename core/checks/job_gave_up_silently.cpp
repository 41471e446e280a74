#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/jobs.h"
#include "core/checks/shared/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

bool hasFailed(const model::Pod *pod) { return pod->phase == "Failed"_L1; }

/// A Job that has given up and whose Pods are gone (restartPolicy OnFailure deletes them, or somebody did): nothing is
/// left to ask. Where a failed Pod is still there, that Pod tells more.
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
    const auto &pods = scope.cluster.podsOwnedBy(*job);
    std::vector<Evidence> evidence{fieldOf(job->ref(), u"status.failed"_s, QString::number(job->failed))};
    if (failed)
        evidence.push_back(conditionOf(job->ref(), *failed));
    if (!failed || std::any_of(pods.begin(), pods.end(), hasFailed))
        return no(std::move(evidence));
    // The condition says that it failed, whether its Pods were read or not.
    return yes(std::move(evidence), factsOf({{fact::job, job->meta.name},
                                             {fact::limit, QString::number(job->backoffLimit)},
                                             {fact::reason, failed->reason},
                                             {fact::allPods, scope.cluster.sees(Kind::Pod) ? u"0"_s : QString()},
                                             {fact::message, failed->message}}));
}

} // namespace

Check jobGaveUpSilently() { return {u"job_gave_up_silently"_s, {}, ask, Answerer::Cluster, {Kind::Job, Kind::Pod}}; }

} // namespace faultline::checks
