#pragma once

#include "core/model/podspec.h"

namespace faultline::model {

/// spec.parentRefs[] of a route, with the API's defaults filled in (gateway.networking.k8s.io/v1 ParentReference).
struct RouteParent {
    QString group;     ///< "gateway.networking.k8s.io" when absent
    QString kind;      ///< "Gateway" when absent
    QString nameSpace; ///< the route's own when absent
    QString name;
    QString sectionName; ///< one listener; empty = any
    int port = 0;        ///< 0 = any

    bool isGateway() const;
    bool operator==(const RouteParent &) const = default;
};

/// rules[].backendRefs[] of a route, with the API's defaults filled in (BackendRef).
struct RouteBackend {
    QString group;     ///< "" (core) when absent
    QString kind;      ///< "Service" when absent
    QString nameSpace; ///< the route's own when absent
    QString name;
    int port = 0;      ///< the Service's port; 0 when absent
    int weight = 1;    ///< 0 gets no requests
    QString fieldPath; ///< "spec.rules[0].backendRefs[1]"

    bool isService() const { return kind == QLatin1StringView("Service") && group.isEmpty(); }
    bool operator==(const RouteBackend &) const = default;
};

/// status.parents[]: what one controller says about one of the route's parents.
struct RouteParentStatus {
    RouteParent parent;
    QString controllerName;
    std::vector<Condition> conditions;
};

/// HTTPRoute, GRPCRoute, TLSRoute or TCPRoute: for what is asked here they have the same fields.
struct Route {
    static constexpr Kind kKind = Kind::HTTPRoute;
    Kind kind = Kind::HTTPRoute;
    Metadata meta;
    QStringList hostnames;
    std::vector<RouteParent> parents;
    std::vector<RouteBackend> backends;
    QString path; ///< the value of the first path match of an HTTPRoute
    std::vector<RouteParentStatus> statuses;

    ObjectRef ref() const { return {kind, meta.nameSpace, meta.name}; }
};

/// A listener of a Gateway: spec.listeners[] with status.listeners[] of the same name.
struct GatewayListener {
    QString name;
    QString hostname;
    QString protocol;
    QString allowedFrom; ///< allowedRoutes.namespaces.from; "Same" when absent
    int port = 0;
    std::vector<Condition> conditions;
};

struct Gateway {
    static constexpr Kind kKind = Kind::Gateway;
    Metadata meta;
    QString className;
    std::vector<GatewayListener> listeners;
    std::vector<Condition> conditions;
    QStringList addresses; ///< status.addresses[].value

    ObjectRef ref() const { return {kKind, meta.nameSpace, meta.name}; }
};

struct GatewayClass {
    static constexpr Kind kKind = Kind::GatewayClass;
    Metadata meta;
    QString controllerName;
    std::vector<Condition> conditions;
};

/// One entry of from[] or to[] of a ReferenceGrant.
struct GrantEnd {
    QString group;
    QString kind;
    QString nameSpace; ///< from[] only
    QString name;      ///< to[] only; empty = every one

    bool operator==(const GrantEnd &) const = default;
};

/// Lets objects of other namespaces refer to some of its own namespace.
struct ReferenceGrant {
    static constexpr Kind kKind = Kind::ReferenceGrant;
    Metadata meta;
    std::vector<GrantEnd> from;
    std::vector<GrantEnd> to;
};

/// resource.k8s.io ResourceClaim, reduced to whether and for what it waits.
struct ResourceClaim {
    static constexpr Kind kKind = Kind::ResourceClaim;
    Metadata meta;
    QStringList deviceClasses; ///< of spec.devices.requests[]
    bool isAllocated = false;  ///< status.allocation is there

    ObjectRef ref() const { return {kKind, meta.nameSpace, meta.name}; }
};

/// True for HTTPRoute, GRPCRoute, TLSRoute and TCPRoute.
bool isRouteKind(Kind kind);

} // namespace faultline::model
