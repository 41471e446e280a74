#pragma once

#include "core/checks/check.h"

#include <vector>

namespace faultline::checks {

/// Whether a Service has somebody to send traffic to, and how that is known.
struct EndpointView {
    enum class Readiness { Ready, NoneReady, Unknown };
    Readiness readiness = Readiness::Unknown;
    int ready = 0;
    int notReady = 0; ///< addresses that are listed, but get no traffic
    std::vector<Evidence> evidence;
};

/// True when EndpointSlices, or the Endpoints that came before them, were read.
bool seesEndpoints(const model::Cluster &cluster);

/// Ready and other addresses of the Service by its EndpointSlices (conditions.ready; absent means true). Where neither
/// slices nor Endpoints were read it is derived from the Pods as the controller does it: Ready, with an address, not
/// being deleted, or publishNotReadyAddresses. Unknown when the Pods were not read either.
EndpointView endpointsOf(const model::Cluster &cluster, const model::Service &service);

/// The same for one port of the Service: a slice without that port does not count.
EndpointView endpointsOf(const model::Cluster &cluster, const model::Service &service, const model::ServicePort &port);

} // namespace faultline::checks
