#pragma once

#include "core/model/cluster.h"

#include <tuple>

namespace faultline::model {

/// Calls `visit` with each list of objects of a ClusterData, as a pointer to that member: the one place that names
/// them all.
template <typename Visit> void forEachList(Visit visit)
{
    constexpr std::tuple lists{
        &ClusterData::pods,
        &ClusterData::workloads,
        &ClusterData::services,
        &ClusterData::endpointSlices,
        &ClusterData::ingresses,
        &ClusterData::ingressClasses,
        &ClusterData::networkPolicies,
        &ClusterData::nodes,
        &ClusterData::namespaces,
        &ClusterData::events,
        &ClusterData::configMaps,
        &ClusterData::secrets,
        &ClusterData::serviceAccounts,
        &ClusterData::claims,
        &ClusterData::volumes,
        &ClusterData::storageClasses,
        &ClusterData::quotas,
        &ClusterData::limitRanges,
        &ClusterData::autoscalers,
        &ClusterData::routes,
        &ClusterData::gateways,
        &ClusterData::gatewayClasses,
        &ClusterData::referenceGrants,
        &ClusterData::resourceClaims,
        &ClusterData::disruptionBudgets,
    };
    std::apply([&](auto... list) { (visit(list), ...); }, lists);
}

template <typename T> ObjectRef refOf(const T &object)
{
    if constexpr (requires { object.kind; }) {
        return {object.kind, object.meta.nameSpace, object.meta.name};
    } else {
        return {T::kKind, object.meta.nameSpace, object.meta.name};
    }
}

/// listKind() of what a list holds.
template <typename T> constexpr Kind listKindOf()
{
    if constexpr (std::is_same_v<T, Workload>) {
        return Kind::Deployment;
    } else {
        return T::kKind;
    }
}

} // namespace faultline::model
