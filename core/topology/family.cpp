#include "core/topology/family.h"

#include "core/topology/state.h"

#include <algorithm>
#include <set>

namespace faultline::topology {

namespace {

/// Groups are sorted with the worst ones first: the place of a child's first one tells how soon it must be seen.
size_t placeOf(const model::Workload &child, const std::vector<PodGroup> &groups)
{
    const model::ObjectRef ref = child.ref();
    const auto first =
        std::find_if(groups.begin(), groups.end(), [&](const PodGroup &group) { return group.owner == ref; });
    return static_cast<size_t>(first - groups.begin());
}

} // namespace

Family familyOf(const model::Cluster &cluster, const model::Workload &workload, std::vector<PodGroup> &groups)
{
    Family family;
    const model::Workload *newest = cluster.newestReplicaSet(workload);
    for (const model::Workload *child : cluster.workloadsOwnedBy(workload)) {
        // Old ReplicaSets without Pods are only history.
        if (child == newest || !cluster.podsOf(*child).empty())
            family.shown.push_back(child);
    }
    if (family.shown.size() <= kMostChildren)
        return family;
    const auto urgency = [&](const model::Workload *child) {
        return child == newest ? size_t(0) : placeOf(*child, groups) + 1;
    };
    std::stable_sort(family.shown.begin(), family.shown.end(),
                     [&](const auto *one, const auto *other) { return urgency(one) < urgency(other); });
    std::set<model::ObjectRef> hidden;
    while (family.shown.size() >= kMostChildren) {
        family.further.push_back(family.shown.back()->ref());
        hidden.insert(family.shown.back()->ref());
        family.shown.pop_back();
    }
    std::erase_if(groups, [&](const PodGroup &group) { return hidden.contains(group.owner); });
    return family;
}

} // namespace faultline::topology
