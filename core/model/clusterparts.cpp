#include "core/model/clusterparts.h"

#include <iterator>

namespace faultline::model {
namespace {

template <typename T> void appendList(std::vector<T> &page, std::vector<T> &into)
{
    if (into.empty()) {
        into = std::move(page);
    } else {
        into.insert(into.end(), std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()));
    }
}

} // namespace

void append(ClusterData &&page, ClusterData &into)
{
    appendList(page.pods, into.pods);
    appendList(page.workloads, into.workloads);
    appendList(page.services, into.services);
    appendList(page.endpointSlices, into.endpointSlices);
    appendList(page.ingresses, into.ingresses);
    appendList(page.ingressClasses, into.ingressClasses);
    appendList(page.networkPolicies, into.networkPolicies);
    appendList(page.nodes, into.nodes);
    appendList(page.namespaces, into.namespaces);
    appendList(page.events, into.events);
    appendList(page.configMaps, into.configMaps);
    appendList(page.secrets, into.secrets);
    appendList(page.serviceAccounts, into.serviceAccounts);
    appendList(page.claims, into.claims);
    appendList(page.volumes, into.volumes);
    appendList(page.storageClasses, into.storageClasses);
    appendList(page.quotas, into.quotas);
    appendList(page.limitRanges, into.limitRanges);
    appendList(page.autoscalers, into.autoscalers);
    appendList(page.routes, into.routes);
    appendList(page.gateways, into.gateways);
    appendList(page.gatewayClasses, into.gatewayClasses);
    appendList(page.referenceGrants, into.referenceGrants);
    appendList(page.resourceClaims, into.resourceClaims);
    appendList(page.disruptionBudgets, into.disruptionBudgets);
}

} // namespace faultline::model
