#include "core/topology/podgroups.h"

#include "core/topology/state.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

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

/// Of each Pod the workload below the subject that made it. Asked once: thousands of Pods are usual.
std::unordered_map<const model::Pod *, ObjectRef> ownersBelow(const model::Cluster &cluster,
                                                              const model::Workload *subject)
{
    std::unordered_map<const model::Pod *, ObjectRef> owners;
    if (subject == nullptr)
        return owners;
    for (const model::Workload *child : cluster.workloadsOwnedBy(*subject)) {
        for (const model::Pod *pod : cluster.podsOf(*child))
            owners.emplace(pod, child->ref());
    }
    return owners;
}

struct Context {
    const model::Workload *workload = nullptr;
    const model::Workload *newest = nullptr;
    std::unordered_map<const model::Pod *, ObjectRef> owners;
};

PodGroup groupOf(const Context &context, const model::Pod &pod)
{
    PodGroup group;
    group.pods = {&pod};
    group.fate = model::podStatusWord(pod);
    group.ready = pod.isReady();
    const auto owner = context.owners.find(&pod);
    if (owner != context.owners.end()) {
        group.owner = owner->second;
    } else if (context.workload) {
        group.owner = context.workload->ref();
    }
    group.old = context.newest && group.owner.kind == Kind::ReplicaSet && group.owner != context.newest->ref();
    return group;
}

/// Nothing broken may hide behind what is well.
bool standsBefore(const PodGroup &one, const PodGroup &other)
{
    if (one.old != other.old)
        return !one.old;
    if (one.state != other.state)
        return isWorse(one.state, other.state);
    return std::tie(one.ready, one.fate) < std::tie(other.ready, other.fate);
}

bool isSameGroup(const PodGroup &left, const PodGroup &right)
{
    return left.fate == right.fate && left.ready == right.ready && left.owner == right.owner;
}

} // namespace

std::vector<PodGroup> podGroupsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis)
{
    const model::Workload *workload = cluster.workload(diagnosis.subject);
    const Context context{workload, workload ? cluster.newestReplicaSet(*workload) : nullptr,
                          ownersBelow(cluster, workload)};
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
    for (PodGroup &group : groups) {
        std::vector<ObjectRef> members;
        for (const model::Pod *pod : group.pods)
            members.push_back({Kind::Pod, pod->meta.nameSpace, pod->meta.name});
        group.state = stateOf(diagnosis, guide::Layer::Pods, members);
    }
    std::stable_sort(groups.begin(), groups.end(), standsBefore);
    return groups;
}

} // namespace faultline::topology
