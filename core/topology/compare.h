#pragma once

#include "core/topology/topology.h"

namespace faultline::topology {

/// Both sides of an arrow and whether they match.
struct Comparison {
    Link::Match match = Link::Match::Fine;
    QString left;
    QString right;
    QString field = {}; ///< of the Service: where the left side stands
};

/// A Service's selector and ports against labels and a Pod spec. The selector pair that differs, or, when all pairs
/// match, targetPort against the declared containerPort; an undeclared number is suspected only where a finding says
/// so.
Comparison compareSelection(const model::Service &service, const model::Labels &labels, const model::PodSpec &spec,
                            const guide::Diagnosis &diagnosis);

/// A Service port's targetPort against what a Pod spec declares. An undeclared name is Wrong (it cannot resolve), an
/// undeclared number Unknown unless a finding about this Service suspects it: something may listen on it all the same.
Comparison comparePort(const model::Service &service, const model::ServicePort &port, const model::PodSpec &spec,
                       const guide::Diagnosis &diagnosis);

/// The port that an Ingress backend names against the Service's own; Wrong when the Service has no such port.
Comparison compareBackend(const model::IngressBackend &backend, const model::Service &service);

/// "LoadBalancer <pending> · 80 (http) → 8080"
QString servicePortsDetail(const model::Service &service);

/// "8080 (http), 9090"
QString containerPortsDetail(const model::PodSpec &spec);

} // namespace faultline::topology
