#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// A server without the Gateway API has no routes: that is an answer.
Verdict withoutRoutes(const model::Cluster &cluster)
{
    const model::Unseen *unseen = cluster.unseen(Kind::HTTPRoute);
    if (unseen && unseen->reason != model::Unseen::Reason::NotServed)
        return unknownFor(cluster, Kind::HTTPRoute);
    return no();
}

void addBackends(const model::Route &route, const model::Service &service, std::vector<Evidence> &evidence)
{
    for (const model::RouteBackend &backend : route.backends) {
        if (backend.isService() && backend.nameSpace == service.meta.nameSpace && backend.name == service.meta.name)
            evidence.push_back(fieldOf(route.ref(), backend.fieldPath + ".name"_L1, backend.name));
    }
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    const auto &routes = scope.cluster.routesTo(service.meta.nameSpace, service.meta.name);
    if (routes.empty())
        return withoutRoutes(scope.cluster);
    std::vector<Evidence> evidence;
    for (const model::Route *route : routes)
        addBackends(*route, service, evidence);
    return yes(std::move(evidence));
}

} // namespace

Check routeForService()
{
    return {u"route_for_service"_s,
            {},
            ask,
            Answerer::Cluster,
            {Kind::HTTPRoute, Kind::GRPCRoute, Kind::TLSRoute, Kind::TCPRoute}};
}

} // namespace faultline::checks
