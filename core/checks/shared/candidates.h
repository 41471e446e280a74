#pragma once

#include "core/model/cluster.h"

#include <vector>

namespace faultline::checks {

/// Services of the namespace whose (non-empty) selector is contained in the labels of a Pod of the workload or in its
/// template labels (a plain manifest, a workload scaled to zero, Pods that were not seen); in name order. Without a
/// workload the labels of the bare Pod count. ExternalName Services select nothing.
std::vector<const model::Service *> servicesFor(const model::Cluster &cluster, const model::Workload *workload,
                                                const model::Pod *barePod);

/// When no Service selects the workload's Pods: the one that most likely should. Only Services that select no Pod and
/// no other workload's template are looked at; it is one whose selector almost matches, equals the workload's own
/// labels, or that bears the workload's name. Nullptr when there is none.
const model::Service *nearMissService(const model::Cluster &cluster, const model::Workload *workload,
                                      const model::Pod *barePod);

/// A Service of the workload's name that selects another workload's Pods only, while that one has a Service of its own
/// name as well and this one has none at all: most likely copied, its selector left as it was. Nullptr when there is
/// none.
const model::Service *strayNamesake(const model::Cluster &cluster, const model::Workload &workload);

/// Ingresses of the Service's namespace of which a backend or the default backend names it, in name order.
std::vector<const model::Ingress *> ingressesFor(const model::Cluster &cluster, const model::Service &service);

/// An Ingress with a backend that names no existing Service and most likely means this one: the name looks alike, or
/// there is no other Service in the namespace that it could mean. Nullptr when there is none.
const model::Ingress *nearMissIngress(const model::Cluster &cluster, const model::Service &service);

/// True when that backend, of an Ingress in the Service's namespace, names no existing Service and most likely means
/// this one.
bool isNearMissBackend(const model::Cluster &cluster, const model::Service &service,
                       const model::IngressBackend &backend);

} // namespace faultline::checks
