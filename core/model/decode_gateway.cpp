#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

constexpr std::array kParentFields{
    field<&RouteParent::group>("group"),
    field<&RouteParent::kind>("kind"),
    field<&RouteParent::nameSpace>("namespace"),
    field<&RouteParent::name>("name"),
    field<&RouteParent::sectionName>("sectionName"),
    field<&RouteParent::port>("port"),
};

constexpr std::array kBackendFields{
    field<&RouteBackend::group>("group"),         field<&RouteBackend::kind>("kind"),
    field<&RouteBackend::nameSpace>("namespace"), field<&RouteBackend::name>("name"),
    field<&RouteBackend::port>("port"),           field<&RouteBackend::weight>("weight"),
};

constexpr std::array kParentStatusFields{
    field<&RouteParentStatus::parent>("parentRef"),
    field<&RouteParentStatus::controllerName>("controllerName"),
    field<&RouteParentStatus::conditions>("conditions"),
};

struct PathMatch {
    QString path;
};

constexpr std::array kPathValueFields{field<&PathMatch::path>("value")};

/// The path of an HTTPRoute is an object; the method of a GRPCRoute has no path.
constexpr std::array kMatchFields{nested<PathMatch, kPathValueFields>("path")};

void readMatches(Reader &reader, JsonValue &value, Route &into)
{
    reader.eachItem(value, [&](JsonValue &item) {
        PathMatch match;
        readFields(reader, item, match, kMatchFields);
        into.path = into.path.isEmpty() ? match.path : into.path;
    });
}

void readBackends(Reader &reader, JsonValue &value, Route &into)
{
    reader.eachItem(value,
                    [&](JsonValue &item) { readFields(reader, item, into.backends.emplace_back(), kBackendFields); });
}

constexpr std::array kRuleFields{
    JsonField<Route>{"matches", readMatches},
    JsonField<Route>{"backendRefs", readBackends},
};

void readRules(Reader &reader, JsonValue &value, Route &into)
{
    int rule = 0;
    reader.eachItem(value, [&](JsonValue &item) {
        const size_t before = into.backends.size();
        readFields(reader, item, into, kRuleFields);
        for (size_t i = before; i < into.backends.size(); ++i) {
            into.backends[i].fieldPath = u"spec.rules[%1].backendRefs[%2]"_s.arg(rule).arg(i - before);
        }
        ++rule;
    });
}

constexpr std::array kRouteSpecFields{
    field<&Route::hostnames>("hostnames"),
    field<&Route::parents>("parentRefs"),
    JsonField<Route>{"rules", readRules},
};

constexpr std::array kRouteStatusFields{field<&Route::statuses>("parents")};

constexpr std::array kRouteFields{
    field<&Route::meta>("metadata"),
    nested<Route, kRouteSpecFields>("spec"),
    nested<Route, kRouteStatusFields>("status"),
};

constexpr std::array kAllowedNamespaceFields{field<&GatewayListener::allowedFrom>("from")};

constexpr std::array kAllowedRouteFields{nested<GatewayListener, kAllowedNamespaceFields>("namespaces")};

constexpr std::array kListenerFields{
    field<&GatewayListener::name>("name"),
    field<&GatewayListener::hostname>("hostname"),
    field<&GatewayListener::protocol>("protocol"),
    field<&GatewayListener::port>("port"),
    field<&GatewayListener::conditions>("conditions"),
    nested<GatewayListener, kAllowedRouteFields>("allowedRoutes"),
};

/// A Gateway while it is read: status may stand before spec.
struct GatewayReading {
    Gateway gateway;
    std::vector<GatewayListener> statuses;
};

template <auto Member> constexpr JsonField<GatewayReading> part(std::string_view key)
{
    return {key, [](Reader &r, JsonValue &v, GatewayReading &into) { read(r, v, into.gateway.*Member); }};
}

constexpr std::array kGatewaySpecFields{
    part<&Gateway::className>("gatewayClassName"),
    part<&Gateway::listeners>("listeners"),
};

constexpr std::array kGatewayStatusFields{
    part<&Gateway::conditions>("conditions"),
    field<&GatewayReading::statuses>("listeners"),
    JsonField<GatewayReading>{
        "addresses",
        [](Reader &r, JsonValue &v, GatewayReading &into) { readNames(r, v, into.gateway.addresses, "value"); }},
};

constexpr std::array kGatewayFields{
    part<&Gateway::meta>("metadata"),
    nested<GatewayReading, kGatewaySpecFields>("spec"),
    nested<GatewayReading, kGatewayStatusFields>("status"),
};

constexpr std::array kClassSpecFields{field<&GatewayClass::controllerName>("controllerName")};

constexpr std::array kClassStatusFields{field<&GatewayClass::conditions>("conditions")};

constexpr std::array kClassFields{
    field<&GatewayClass::meta>("metadata"),
    nested<GatewayClass, kClassSpecFields>("spec"),
    nested<GatewayClass, kClassStatusFields>("status"),
};

constexpr std::array kGrantEndFields{
    field<&GrantEnd::group>("group"),
    field<&GrantEnd::kind>("kind"),
    field<&GrantEnd::nameSpace>("namespace"),
    field<&GrantEnd::name>("name"),
};

constexpr std::array kGrantSpecFields{
    field<&ReferenceGrant::from>("from"),
    field<&ReferenceGrant::to>("to"),
};

constexpr std::array kGrantFields{
    field<&ReferenceGrant::meta>("metadata"),
    nested<ReferenceGrant, kGrantSpecFields>("spec"),
};

void settle(RouteParent &parent, const QString &nameSpace)
{
    parent.group = parent.group.isNull() ? u"gateway.networking.k8s.io"_s : parent.group;
    parent.kind = parent.kind.isEmpty() ? u"Gateway"_s : parent.kind;
    parent.nameSpace = parent.nameSpace.isEmpty() ? nameSpace : parent.nameSpace;
}

void settle(RouteBackend &backend, const QString &nameSpace)
{
    backend.kind = backend.kind.isEmpty() ? u"Service"_s : backend.kind;
    backend.nameSpace = backend.nameSpace.isEmpty() ? nameSpace : backend.nameSpace;
}

/// What the defaults of the API fill in, so that a plain manifest reads like what the server returns.
void settle(Route &route)
{
    for (RouteParent &parent : route.parents) {
        settle(parent, route.meta.nameSpace);
    }
    for (RouteParentStatus &status : route.statuses) {
        settle(status.parent, route.meta.nameSpace);
    }
    for (RouteBackend &backend : route.backends) {
        settle(backend, route.meta.nameSpace);
    }
}

void joinListeners(Gateway &gateway, const std::vector<GatewayListener> &statuses)
{
    for (GatewayListener &listener : gateway.listeners) {
        listener.allowedFrom = listener.allowedFrom.isEmpty() ? u"Same"_s : listener.allowedFrom;
        for (const GatewayListener &status : statuses) {
            if (status.name == listener.name) {
                listener.conditions = status.conditions;
            }
        }
    }
}

} // namespace

void read(Reader &reader, JsonValue &value, RouteParent &into) { readFields(reader, value, into, kParentFields); }

void read(Reader &reader, JsonValue &value, RouteParentStatus &into)
{
    readFields(reader, value, into, kParentStatusFields);
}

void read(Reader &reader, JsonValue &value, GatewayListener &into) { readFields(reader, value, into, kListenerFields); }

void read(Reader &reader, JsonValue &value, GrantEnd &into) { readFields(reader, value, into, kGrantEndFields); }

bool takeRoute(Reader &reader, JsonObject &object, Kind kind, ClusterData &into)
{
    Route *route = takeByTable(reader, object, kRouteFields, into.routes);
    if (route) {
        route->kind = kind;
        settle(*route);
    }
    return route != nullptr;
}

bool takeGateway(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    GatewayReading reading;
    readFields(reader, object, reading, kGatewayFields);
    if (!reader.settle(reading.gateway.meta)) {
        return false;
    }
    joinListeners(reading.gateway, reading.statuses);
    into.gateways.push_back(std::move(reading.gateway));
    return true;
}

bool takeGatewayClass(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kClassFields, into.gatewayClasses) != nullptr;
}

bool takeReferenceGrant(Reader &reader, JsonObject &object, Kind /*kind*/, ClusterData &into)
{
    return takeByTable(reader, object, kGrantFields, into.referenceGrants) != nullptr;
}

} // namespace faultline::model
