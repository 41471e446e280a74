#include "core/checks/shared/refusal.h"

#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The API server's own words: without the controller's frame around them.
QString causeIn(const QString &message)
{
    constexpr QLatin1StringView controllers("Error creating: "); // controller_utils.go
    if (message.startsWith(controllers))
        return message.mid(controllers.size());
    const qsizetype failed =
        message.indexOf(" failed error: "_L1); // StatefulSet: "create Pod P in StatefulSet S failed ..."
    return failed < 0 ? message : message.mid(failed + qsizetype(sizeof(" failed error: ") - 1));
}

const model::Condition *createFailure(const model::Workload &workload)
{
    const model::Condition *condition = model::findCondition(workload.conditions, u"ReplicaFailure");
    const bool failed = condition && condition->status == "True"_L1 && condition->reason == "FailedCreate"_L1;
    return failed ? condition : nullptr;
}

std::optional<Refusal> refusalByCondition(const model::Workload &workload)
{
    const model::Condition *condition = createFailure(workload);
    if (!condition)
        return {};
    return Refusal{causeIn(condition->message), conditionOf(workload.ref(), *condition)};
}

std::optional<Refusal> refusalByEvent(const model::Cluster &cluster, const model::Workload &maker)
{
    const model::Event *failed = latestEvent(cluster, maker.ref(), {"FailedCreate"_L1});
    const model::Event *created = latestEvent(cluster, maker.ref(), {"SuccessfulCreate"_L1});
    if (!failed || !isSince(*failed, maker.meta.created) || (created && !isSince(*failed, created->last)))
        return {};
    return Refusal{causeIn(plainMessage(*failed)), eventOf(*failed)};
}

size_t podCount(const model::Cluster &cluster, const model::Workload &maker)
{
    return cluster.podsOwnedBy(maker).size();
}

/// A Job is content with what ran, runs or has ended; its controller replaces failed Pods after a back-off.
bool jobHasPods(const model::Cluster &cluster, const model::Workload &job)
{
    return job.suspended || job.succeeded + job.failed > 0 || podCount(cluster, job) > 0;
}

} // namespace

const model::Workload *podMaker(const model::Cluster &cluster, const model::Workload &workload)
{
    if (workload.kind == model::Kind::Deployment)
        return cluster.newestReplicaSet(workload);
    if (workload.kind != model::Kind::CronJob)
        return &workload;
    const model::Workload *newest = nullptr;
    for (const model::Workload *job : cluster.workloadsOwnedBy(workload)) {
        if (!newest || job->meta.created > newest->meta.created)
            newest = job;
    }
    return newest;
}

bool hasAllPods(const model::Cluster &cluster, const model::Workload &workload)
{
    const model::Workload *maker = podMaker(cluster, workload);
    if (!maker)
        return workload.kind == model::Kind::Deployment ? workload.updatedReplicas >= workload.replicas : false;
    switch (maker->kind) {
    case model::Kind::Job:
        return jobHasPods(cluster, *maker);
    case model::Kind::DaemonSet:
        return maker->statusReplicas >= maker->replicas || podCount(cluster, *maker) >= size_t(maker->replicas);
    default:
        return maker->statusReplicas >= maker->replicas;
    }
}

std::optional<Refusal> currentRefusal(const model::Cluster &cluster, const model::Workload &workload)
{
    const model::Workload *maker = podMaker(cluster, workload);
    if (maker && maker != &workload) {
        if (auto refusal = refusalByCondition(*maker))
            return refusal;
    }
    // The Deployment's condition may be a copy from an older ReplicaSet: it counts only while Pods are missing.
    if (hasAllPods(cluster, workload))
        return {};
    if (auto refusal = refusalByCondition(workload))
        return refusal;
    return maker ? refusalByEvent(cluster, *maker) : std::nullopt;
}

Verdict judgeRefusal(const Scope &scope, Verdict (*judge)(const Scope &, const Refusal &))
{
    if (!scope.workload) {
        return scope.pod ? no({fieldOf(refTo(*scope.pod), u"metadata.name"_s, scope.pod->meta.name)})
                         : unknown(reason::noObject);
    }
    if (const auto refusal = currentRefusal(scope.cluster, *scope.workload))
        return judge(scope, *refusal);
    if (!scope.workload->hasStatus)
        return unknown(reason::noStatus);
    if (hasAllPods(scope.cluster, *scope.workload)) {
        return no(
            {fieldOf(scope.workload->ref(), u"status.replicas"_s, QString::number(scope.workload->statusReplicas))});
    }
    if (!scope.cluster.sees(model::Kind::Event))
        return unknownFor(scope.cluster, model::Kind::Event);
    return unknown(reason::noMessage);
}

} // namespace faultline::checks
