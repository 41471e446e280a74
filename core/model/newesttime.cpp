#include "core/model/decode.h"

#include <algorithm>

namespace faultline::model {
namespace {

using base::Timestamp;

/// A deletionTimestamp lies ahead by the grace period, so it says nothing about now.
Timestamp newestOf(const Metadata &meta) { return meta.created; }

Timestamp newestOf(const std::vector<Condition> &conditions)
{
    Timestamp newest;
    for (const Condition &condition : conditions) {
        newest = std::max({newest, condition.lastTransition, condition.lastReported});
    }
    return newest;
}

Timestamp newestOf(const std::vector<ContainerStatus> &statuses)
{
    Timestamp newest;
    for (const ContainerStatus &status : statuses) {
        for (const ContainerState *state : {&status.state, &status.lastState}) {
            newest = std::max({newest, state->startedAt, state->finishedAt});
        }
    }
    return newest;
}

Timestamp newestOf(const Pod &pod)
{
    return std::max({newestOf(pod.meta), newestOf(pod.conditions), newestOf(pod.initStatuses), newestOf(pod.statuses),
                     pod.startTime});
}

Timestamp newestOf(const Event &event) { return std::max({newestOf(event.meta), event.first, event.last}); }

template <typename T> Timestamp newestOf(const T &object)
{
    if constexpr (requires { object.conditions; }) {
        return std::max(newestOf(object.meta), newestOf(object.conditions));
    } else {
        return newestOf(object.meta);
    }
}

template <typename... T> Timestamp newestIn(const ObjectList<T> &...lists)
{
    Timestamp newest;
    const auto visit = [&newest](const auto &list) {
        for (const auto &object : list) {
            newest = std::max(newest, newestOf(object));
        }
    };
    (visit(lists), ...);
    return newest;
}

} // namespace

base::Timestamp newestTime(const ClusterData &data)
{
    return newestIn(data.pods, data.workloads, data.services, data.endpointSlices, data.ingresses, data.ingressClasses,
                    data.networkPolicies, data.nodes, data.namespaces, data.events, data.configMaps, data.secrets,
                    data.serviceAccounts, data.claims, data.volumes, data.storageClasses, data.quotas, data.limitRanges,
                    data.autoscalers, data.routes, data.gateways, data.gatewayClasses, data.referenceGrants,
                    data.resourceClaims, data.disruptionBudgets);
}

} // namespace faultline::model
