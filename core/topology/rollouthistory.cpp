#include "core/topology/rollouthistory.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace faultline::topology {

namespace {

using model::Kind;

const model::Workload *workloadBehind(const model::Cluster &cluster, const model::ObjectRef &object)
{
    if (object.kind == Kind::Pod) {
        const model::Pod *pod = cluster.pod(object.nameSpace, object.name);
        return pod ? cluster.topWorkload(*pod) : nullptr;
    }
    const model::Workload *workload = cluster.workload(object);
    if (workload == nullptr || workload->kind != Kind::ReplicaSet)
        return workload;
    for (const model::OwnerReference &owner : workload->meta.owners) {
        const model::Kind kind = model::kindFromName(owner.kind);
        if (owner.controller && kind == Kind::Deployment)
            return cluster.workload({kind, object.nameSpace, owner.name});
    }
    return nullptr;
}

Revision revisionOf(const model::Workload &replicaSet)
{
    Revision revision;
    revision.replicaSet = replicaSet.ref();
    revision.number = replicaSet.meta.annotations.value(u"deployment.kubernetes.io/revision").toInt();
    revision.created = replicaSet.meta.created;
    revision.wanted = replicaSet.replicas;
    revision.ready = replicaSet.readyReplicas;
    revision.changeCause = replicaSet.meta.annotations.value(u"kubernetes.io/change-cause");
    for (const model::Container &container : replicaSet.podSpec->containers)
        revision.images.append(container.image);
    return revision;
}

bool isNewer(const Revision &left, const Revision &right)
{
    return std::tie(left.number, left.created, left.replicaSet) >
           std::tie(right.number, right.created, right.replicaSet);
}

void findGood(RolloutHistory &history)
{
    if (history.revisions.size() < 2)
        return;
    const auto earlier = history.revisions.begin() + 1;
    const auto ready =
        std::find_if(earlier, history.revisions.end(), [](const Revision &revision) { return revision.ready > 0; });
    const bool isKnown = ready != history.revisions.end();
    history.good = isKnown ? static_cast<int>(ready - history.revisions.begin()) : 1;
    history.because = isKnown ? RolloutHistory::Because::HasReadyPods : RolloutHistory::Because::OneBefore;
}

} // namespace

bool RolloutHistory::isNewestReady() const
{
    return !revisions.empty() && revisions.front().wanted > 0 && revisions.front().ready >= revisions.front().wanted;
}

RolloutHistory rolloutHistoryOf(const model::Cluster &cluster, const model::ObjectRef &object)
{
    RolloutHistory history;
    const model::Workload *workload = workloadBehind(cluster, object);
    if (workload == nullptr)
        return history;
    history.workload = workload->ref();
    if (workload->kind == Kind::StatefulSet || workload->kind == Kind::DaemonSet)
        history.known = RolloutHistory::Known::NotRead;
    if (workload->kind != Kind::Deployment)
        return history;
    for (const model::Workload *owned : cluster.workloadsOwnedBy(*workload))
        history.revisions.push_back(revisionOf(*owned));
    std::sort(history.revisions.begin(), history.revisions.end(), isNewer);
    using Known = RolloutHistory::Known;
    history.known = !history.revisions.empty()       ? Known::Revisions
                    : cluster.sees(Kind::ReplicaSet) ? Known::NoReplicaSets
                                                     : Known::Unseen;
    findGood(history);
    return history;
}

} // namespace faultline::topology
