#include "core/topology/podgroups.h"

#include <algorithm>
#include <tuple>

namespace faultline::topology {

namespace {

using model::Kind;
using model::ObjectRef;

std::vector<const model::Pod *> podsOf(const model::Cluster &cluster, const ObjectRef &subject)
{
    if (const model::Workload *workload = cluster.workload(subject))
        return cluster.podsOf(*workload);
    if (subject.kind == Kind::Service) {
        const model::Service *service = cluster.service(subject.nameSpace, subject.name);
        return service ? cluster.podsSelectedBy(*service) : std::vector<const model::Pod *>();
    }
    const model::Pod *pod = subject.kind == Kind::Pod ? cluster.pod(subject.nameSpace, subject.name) : nullptr;
    return pod ? std::vector{pod} : std::vector<const model::Pod *>();
}

/// The workload below the subject that made the Pod, or the subject itself.
ObjectRef ownerOf(const model::Cluster &cluster, const model::Workload *subject, const model::Pod &pod)
{
    if (subject == nullptr)
        return {};
    for (const model::Workload *child : cluster.workloadsOwnedBy(*subject)) {
        const std::vector<const model::Pod *> pods = cluster.podsOf(*child);
        if (std::find(pods.begin(), pods.end(), &pod) != pods.end())
            return child->ref();
    }
    return subject->ref();
}

struct Context {
    const model::Cluster &cluster;
    const model::Workload *workload = nullptr;
    const model::Workload *newest = nullptr;
};

PodGroup groupOf(const Context &context, const model::Pod &pod)
{
    PodGroup group{{&pod}, model::podStatusWord(pod), pod.isReady(), false, {}};
    group.owner = ownerOf(context.cluster, context.workload, pod);
    group.old = context.newest && group.owner.kind == Kind::ReplicaSet && group.owner != context.newest->ref();
    return group;
}

bool isSameGroup(const PodGroup &left, const PodGroup &right)
{
    return left.fate == right.fate && left.ready == right.ready && left.owner == right.owner;
}

} // namespace

std::vector<PodGroup> podGroupsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    const model::Workload *workload = cluster.workload(diagnosis.subject);
    const Context context{cluster, workload, workload ? cluster.newestReplicaSet(*workload) : nullptr};
    std::vector<PodGroup> groups;
    for (const model::Pod *pod : podsOf(cluster, diagnosis.subject)) {
        PodGroup made = groupOf(context, *pod);
        const auto known =
            std::find_if(groups.begin(), groups.end(), [&](const PodGroup &group) { return isSameGroup(group, made); });
        if (known == groups.end()) {
            groups.push_back(std::move(made));
        } else {
            known->pods.push_back(pod);
        }
    }
    std::stable_sort(groups.begin(), groups.end(), [](const PodGroup &left, const PodGroup &right) {
        return std::tie(left.old, left.ready, left.fate) < std::tie(right.old, right.ready, right.fate);
    });
    return groups;
}

} // namespace faultline::topology
