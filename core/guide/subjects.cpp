#include "core/guide/subjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using model::Kind;
using model::ObjectRef;

constexpr qint64 kDeletionSlackSeconds = 60; // as the check pod_stuck_terminating

bool isBeingDeleted(const model::Cluster &cluster, const model::Pod &pod)
{
    return pod.meta.deleted.isValid() && base::secondsBetween(pod.meta.deleted, cluster.now()) <= kDeletionSlackSeconds;
}

bool isFinished(const model::Pod &pod) { return pod.phase == "Failed"_L1 || pod.phase == "Succeeded"_L1; }

/// How long a Pod must have worked before the Job's earlier tries are history, in seconds.
constexpr qint64 kSettledSeconds = 120;

/// A Job tries again until backoffLimit: one failed try is no fault while the next is under way, several are none once
/// the next has worked for a while.
bool isJobAtWork(const model::Cluster &cluster, const std::vector<const model::Pod *> &pods)
{
    const auto failed =
        std::count_if(pods.begin(), pods.end(), [](const model::Pod *pod) { return pod->phase == "Failed"_L1; });
    return std::any_of(pods.begin(), pods.end(), [&](const model::Pod *pod) {
        const bool settled = base::secondsBetween(pod->startTime, cluster.now()) >= kSettledSeconds;
        return !isFinished(*pod) && (failed == 1 || (pod->isReady() && settled));
    });
}

bool isComplete(const model::Workload &job)
{
    const model::Condition *complete = model::findCondition(job.conditions, u"Complete");
    return complete != nullptr && complete->status == "True"_L1;
}

/// Finished Pods are history once the workload has what it wants; for a Job they are, once it is done.
void dropHistory(const model::Cluster &cluster, const model::Workload &workload, std::vector<const model::Pod *> &pods)
{
    const auto ready = std::count_if(pods.begin(), pods.end(),
                                     [](const model::Pod *pod) { return !isFinished(*pod) && pod->isReady(); });
    const bool isJob = workload.kind == Kind::Job;
    const bool enough = isJob ? isComplete(workload) || isJobAtWork(cluster, pods) : ready >= workload.replicas;
    std::erase_if(pods, [&](const model::Pod *pod) {
        return (enough && isFinished(*pod)) || (isJob && pod->phase == "Succeeded"_L1);
    });
}

const model::Workload *runBefore(const model::Cluster &cluster, const model::Workload &cronJob,
                                 const model::Workload &newest)
{
    const model::Workload *before = nullptr;
    for (const model::Workload *job : cluster.workloadsOwnedBy(cronJob)) {
        if (job != &newest && (!before || before->meta.created < job->meta.created))
            before = job;
    }
    return before;
}

bool hasBegun(const model::Workload &job, const std::vector<const model::Pod *> &pods)
{
    return isComplete(job) ||
           std::any_of(pods.begin(), pods.end(), [](const model::Pod *pod) { return pod->phase != "Pending"_L1; });
}

/// Of a CronJob the newest run counts; until one of its Pods has begun, the run before says how things are.
void addRunBefore(const model::Cluster &cluster, const model::Workload &cronJob, const model::Workload &newest,
                  std::vector<const model::Pod *> &pods)
{
    if (const model::Workload *before = runBefore(cluster, cronJob, newest)) {
        auto older = cluster.podsOf(*before);
        dropHistory(cluster, *before, older);
        pods.insert(pods.end(), older.begin(), older.end());
    }
}

} // namespace

bool isWorkloadKind(Kind kind)
{
    switch (kind) {
    case Kind::Pod:
    case Kind::ReplicaSet:
    case Kind::Deployment:
    case Kind::StatefulSet:
    case Kind::DaemonSet:
    case Kind::Job:
    case Kind::CronJob:
    case Kind::ReplicationController:
        return true;
    default:
        return false;
    }
}

std::vector<const model::Pod *> podsToWalk(const model::Cluster &cluster, const ObjectRef &subject)
{
    if (subject.kind == Kind::Pod) {
        const model::Pod *pod = cluster.pod(subject.nameSpace, subject.name);
        return pod && !isBeingDeleted(cluster, *pod) ? std::vector{pod} : std::vector<const model::Pod *>();
    }
    const model::Workload *workload = cluster.workload(subject);
    if (workload == nullptr)
        return {};
    const model::Workload *newest = cluster.newestReplicaSet(*workload);
    const bool hasRuns = workload->kind == Kind::CronJob && newest != nullptr;
    std::vector<const model::Pod *> pods;
    if (newest != nullptr)
        pods = cluster.podsOf(*newest);
    if (pods.empty() && !hasRuns)
        pods = cluster.podsOf(*workload);
    std::erase_if(pods, [&](const model::Pod *pod) { return isBeingDeleted(cluster, *pod); });
    const bool waits = hasRuns && !hasBegun(*newest, pods);
    dropHistory(cluster, hasRuns ? *newest : *workload, pods);
    if (waits)
        addRunBefore(cluster, *workload, *newest, pods);
    return pods;
}

} // namespace faultline::guide
