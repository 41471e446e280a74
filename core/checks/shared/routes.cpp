#include "core/checks/shared/routes.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/candidates.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

bool isNearMiss(const model::Cluster &cluster, const model::Service &service, const model::RouteBackend &backend)
{
    return backend.isService() && backend.nameSpace == service.meta.nameSpace &&
           isNearMissBackend(cluster, service, {backend.name, {}, false, false});
}

bool allows(const model::ReferenceGrant &grant, const model::Route &route, const model::RouteBackend &backend)
{
    const auto isFrom = [&route](const model::GrantEnd &end) {
        return end.group == "gateway.networking.k8s.io"_L1 && end.kind == model::kindName(route.kind) &&
               end.nameSpace == route.meta.nameSpace;
    };
    const auto isTo = [&backend](const model::GrantEnd &end) {
        return end.group.isEmpty() && end.kind == "Service"_L1 && (end.name.isEmpty() || end.name == backend.name);
    };
    return std::any_of(grant.from.begin(), grant.from.end(), isFrom) &&
           std::any_of(grant.to.begin(), grant.to.end(), isTo);
}

bool isPermitted(const model::Cluster &cluster, const model::Route &route, const model::RouteBackend &backend)
{
    if (backend.nameSpace == route.meta.nameSpace ||
        !readsNamespace(cluster, Kind::ReferenceGrant, route.meta.nameSpace, backend.nameSpace))
        return true;
    const auto grants = cluster.referenceGrantsIn(backend.nameSpace);
    return std::any_of(grants.begin(), grants.end(),
                       [&](const model::ReferenceGrant &grant) { return allows(grant, route, backend); });
}

bool hasPort(const model::Service &service, int number)
{
    return std::any_of(service.ports.begin(), service.ports.end(),
                       [number](const model::ServicePort &port) { return port.port == number; });
}

std::optional<BrokenBackend> judge(const model::Cluster &cluster, const model::Route &route,
                                   const model::RouteBackend &backend)
{
    if (!backend.isService())
        return {};
    if (!isPermitted(cluster, route, backend))
        return BrokenBackend{&backend, BrokenBackend::Cause::NotPermitted};
    if (!readsNamespace(cluster, Kind::Service, route.meta.nameSpace, backend.nameSpace))
        return {};
    const model::Service *service = cluster.service(backend.nameSpace, backend.name);
    if (!service)
        return BrokenBackend{&backend, BrokenBackend::Cause::NoService};
    if (!hasPort(*service, backend.port))
        return BrokenBackend{&backend, BrokenBackend::Cause::NoPort};
    return {};
}

QString similarService(const model::Cluster &cluster, const model::RouteBackend &backend)
{
    QStringList names;
    for (const model::Service &service : cluster.servicesIn(backend.nameSpace))
        names.append(service.meta.name);
    return base::closest(backend.name, names);
}

QString namespaceThatHas(const model::Cluster &cluster, const model::RouteBackend &backend)
{
    for (const model::Service &service : cluster.services()) {
        if (service.meta.name == backend.name && service.meta.nameSpace != backend.nameSpace)
            return service.meta.nameSpace;
    }
    return {};
}

/// The port whose targetPort or nodePort was written into the route, else the only one.
QString likelyPort(const model::Service &service, int wanted)
{
    for (const model::ServicePort &port : service.ports) {
        if (wanted != 0 && (port.targetPort.number == wanted || port.nodePort == wanted))
            return QString::number(port.port);
    }
    return service.ports.size() == 1 ? QString::number(service.ports.front().port) : QString();
}

} // namespace

const model::Route *nearMissRoute(const model::Cluster &cluster, const model::Service &service)
{
    if (!cluster.sees(Kind::Service))
        return nullptr;
    for (const model::Route &route : cluster.routes()) {
        const bool isNear =
            std::any_of(route.backends.begin(), route.backends.end(),
                        [&](const model::RouteBackend &backend) { return isNearMiss(cluster, service, backend); });
        if (route.meta.nameSpace == service.meta.nameSpace && isNear)
            return &route;
    }
    return nullptr;
}

std::optional<BrokenBackend> brokenBackend(const model::Cluster &cluster, const model::Route &route)
{
    for (const model::RouteBackend &backend : route.backends) {
        if (const auto broken = judge(cluster, route, backend))
            return broken;
    }
    return {};
}

Facts brokenBackendFacts(const model::Cluster &cluster, const model::Route &route, const BrokenBackend &broken)
{
    const model::RouteBackend &backend = *broken.backend;
    Facts facts = factsOf({{fact::backendService, backend.name},
                           {fact::backendPort, backend.port == 0 ? QString() : QString::number(backend.port)},
                           {fact::backendPath, jsonPointer(backend.fieldPath)}});
    if (broken.cause == BrokenBackend::Cause::NotPermitted) {
        facts.merge(
            factsOf({{fact::backendNamespace, backend.nameSpace}, {fact::routeNamespace, route.meta.nameSpace}}));
    } else if (broken.cause == BrokenBackend::Cause::NoService) {
        facts.merge(factsOf({{fact::missingKind, u"Service"_s},
                             {fact::missingName, backend.name},
                             {fact::similar, similarService(cluster, backend)},
                             {fact::elsewhere, namespaceThatHas(cluster, backend)}}));
    } else if (const model::Service *service = cluster.service(backend.nameSpace, backend.name)) {
        facts.merge(factsOf({{fact::servicePorts, servicePortsText(*service)},
                             {fact::suggestedPort, likelyPort(*service, backend.port)}}));
    }
    return facts;
}

std::vector<Evidence> brokenBackendEvidence(const model::Cluster &cluster, const model::Route &route,
                                            const BrokenBackend &broken)
{
    const model::RouteBackend &backend = *broken.backend;
    std::vector<Evidence> evidence{fieldOf(route.ref(), backend.fieldPath + ".name"_L1, backend.name)};
    if (backend.nameSpace != route.meta.nameSpace)
        evidence.push_back(fieldOf(route.ref(), backend.fieldPath + ".namespace"_L1, backend.nameSpace));
    const model::Service *service = cluster.service(backend.nameSpace, backend.name);
    if (broken.cause == BrokenBackend::Cause::NoPort && service) {
        evidence.push_back(fieldOf(route.ref(), backend.fieldPath + ".port"_L1, QString::number(backend.port)));
        evidence.push_back(fieldOf(service->ref(), u"spec.ports"_s, servicePortsText(*service)));
    }
    return evidence;
}

bool isCurrent(const model::Condition &condition, const model::Metadata &meta)
{
    return condition.observedGeneration == 0 || condition.observedGeneration >= meta.generation;
}

bool readsNamespace(const model::Cluster &cluster, Kind kind, const QString &own, const QString &asked)
{
    return cluster.sees(kind) && (own == asked || cluster.hasAllNamespaces());
}

Facts parentFacts(const model::Route &route, const model::RouteParent &parent)
{
    return factsOf({{fact::gateway, parent.name},
                    {fact::gatewayNamespace, parent.nameSpace},
                    {fact::listener, parent.sectionName},
                    {fact::host, route.hostnames.isEmpty() ? QString() : route.hostnames.front()},
                    {fact::path, route.path}});
}

std::vector<model::RouteParent> gatewaysOf(const model::Route &route)
{
    std::vector<model::RouteParent> gateways;
    for (const model::RouteParentStatus &status : route.statuses) {
        const model::Condition *accepted = model::findCondition(status.conditions, u"Accepted");
        if (status.parent.isGateway() && accepted && accepted->status == "True"_L1)
            gateways.push_back(status.parent);
    }
    if (gateways.empty()) {
        std::copy_if(route.parents.begin(), route.parents.end(), std::back_inserter(gateways),
                     [](const model::RouteParent &parent) { return parent.isGateway(); });
    }
    return gateways;
}

} // namespace faultline::checks
