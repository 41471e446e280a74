#pragma once

#include "core/topology/topology.h"

namespace faultline::topology {

/// Two values that must be equal, by one of the guide's matching rules.
struct Connection {
    enum class Rule {
        WorkloadSelector, ///< a workload's selector = its template's labels (apps/v1 refuses anything else)
        ServiceSelector,  ///< a Service's selector pair = the Pods' label
        TargetPort,       ///< a Service's targetPort = a container's port
        IngressService,   ///< an Ingress's service.name = the Service's name
        IngressPort,      ///< an Ingress's service.port = the Service's port, by number or by name
        RouteService,     ///< the same for a Gateway API route's backendRefs
        RoutePort
    };
    Rule rule = Rule::ServiceSelector;
    Link::Match match = Link::Match::Fine;
    Place from;
    Place to;
    int equal = 0; ///< ServiceSelector and TargetPort: of so many Pods (or the template) it holds
    int of = 0;    ///< 0 for the other rules

    bool operator==(const Connection &) const = default;
};

/// What must match for one subject, from the workload up to its ways in; rows that say the same stand once. Works on
/// plain manifests too: without Pods the template is compared. Objects that were not read are left out. Pure.
std::vector<Connection> connectionsOf(const model::Cluster &cluster, const guide::Diagnosis &diagnosis);

} // namespace faultline::topology
