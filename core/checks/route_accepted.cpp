#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/routes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kPatienceSeconds = 60; // a controller writes the status within seconds

struct Words {
    const model::RouteParentStatus *accepted = nullptr;
    const model::RouteParentStatus *refused = nullptr;
    const model::RouteParentStatus *pending = nullptr;
};

const model::Condition *acceptedOf(const model::RouteParentStatus &status)
{
    return model::findCondition(status.conditions, u"Accepted");
}

Words wordsOf(const model::Route &route)
{
    Words words;
    for (const model::RouteParentStatus &status : route.statuses) {
        const model::Condition *condition = acceptedOf(status);
        if (!condition)
            continue;
        const bool isOpen = !isCurrent(*condition, route.meta) || condition->reason == "Pending"_L1;
        const bool isTrue = condition->status == "True"_L1;
        const bool isFalse = condition->status == "False"_L1;
        auto &place = isOpen || (!isTrue && !isFalse) ? words.pending : isTrue ? words.accepted : words.refused;
        place = place ? place : &status;
    }
    return words;
}

QString similarListener(const model::Gateway &gateway, const QString &name)
{
    QStringList names;
    for (const model::GatewayListener &listener : gateway.listeners)
        names.append(listener.name);
    return name.isEmpty() || names.contains(name) ? QString() : base::closest(name, names);
}

Facts missingGateway(const model::Cluster &cluster, const model::RouteParent &parent)
{
    QStringList names;
    QString elsewhere;
    for (const model::Gateway &gateway : cluster.gateways()) {
        if (gateway.meta.nameSpace == parent.nameSpace) {
            names.append(gateway.meta.name);
        } else if (gateway.meta.name == parent.name && elsewhere.isEmpty()) {
            elsewhere = gateway.meta.nameSpace;
        }
    }
    return factsOf({{fact::missingKind, u"Gateway"_s},
                    {fact::missingName, parent.name},
                    {fact::similar, base::closest(parent.name, names)},
                    {fact::elsewhere, elsewhere}});
}

/// What can be seen at the Gateway itself: it is not there, its class is not, or it has no such listener.
Facts troubleAtGateway(const Scope &scope, const model::RouteParent &parent)
{
    const model::Cluster &cluster = scope.cluster;
    if (!parent.isGateway() || !readsNamespace(cluster, Kind::Gateway, scope.route->meta.nameSpace, parent.nameSpace))
        return {};
    const model::Gateway *gateway = cluster.gateway(parent.nameSpace, parent.name);
    if (!gateway)
        return missingGateway(cluster, parent);
    if (cluster.sees(Kind::GatewayClass) && !cluster.gatewayClass(gateway->className))
        return factsOf({{fact::gatewayClass, gateway->className}});
    return factsOf({{fact::similarListener, similarListener(*gateway, parent.sectionName)}});
}

Verdict refused(const Scope &scope, const model::RouteParentStatus &status)
{
    const model::Condition &condition = *acceptedOf(status);
    Facts facts = parentFacts(*scope.route, status.parent);
    facts.merge(factsOf({{fact::reason, condition.reason}, {fact::message, condition.message}}));
    facts.merge(troubleAtGateway(scope, status.parent));
    return no({conditionOf(scope.route->ref(), condition)}, std::move(facts));
}

/// A manifest that nobody has looked at yet: a name that is almost that of a Gateway or listener beside it is a slip.
Verdict beforeAnyStatus(const Scope &scope, std::vector<Evidence> evidence)
{
    const model::Route &route = *scope.route;
    const Facts trouble = route.parents.empty() ? Facts() : troubleAtGateway(scope, route.parents.front());
    if (!trouble.contains(fact::similar) && !trouble.contains(fact::similarListener))
        return unknown(reason::noStatus, std::move(evidence));
    const model::RouteParent &parent = route.parents.front();
    evidence.push_back(fieldOf(route.ref(), u"spec.parentRefs[0].name"_s, parent.name));
    Facts facts = parentFacts(route, parent);
    facts.merge(Facts(trouble));
    return no(std::move(evidence), std::move(facts));
}

/// No controller has said a word: the Gateway that is named does not exist, or nobody serves it.
Verdict silent(const Scope &scope)
{
    const model::Route &route = *scope.route;
    std::vector<Evidence> evidence{fieldOf(route.ref(), u"status.parents"_s, {})};
    if (!route.meta.created.isValid())
        return beforeAnyStatus(scope, std::move(evidence));
    if (base::secondsBetween(route.meta.created, scope.cluster.now()) <= kPatienceSeconds)
        return unknown(reason::tooEarly, std::move(evidence));
    if (route.parents.empty())
        return no(std::move(evidence));
    const model::RouteParent &parent = route.parents.front();
    evidence.push_back(fieldOf(route.ref(), u"spec.parentRefs[0].name"_s, parent.name));
    Facts facts = parentFacts(route, parent);
    facts.merge(troubleAtGateway(scope, parent));
    return no(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.route)
        return unknown(reason::noObject);
    const model::Route &route = *scope.route;
    const Words words = wordsOf(route);
    if (words.accepted) {
        return yes({conditionOf(route.ref(), *acceptedOf(*words.accepted))},
                   parentFacts(route, words.accepted->parent));
    }
    if (words.refused)
        return refused(scope, *words.refused);
    if (words.pending)
        return unknown(reason::tooEarly, {conditionOf(route.ref(), *acceptedOf(*words.pending))});
    return silent(scope);
}

} // namespace

Check routeAccepted()
{
    return {u"route_accepted"_s, {}, ask, Answerer::Cluster, {Kind::HTTPRoute, Kind::Gateway, Kind::GatewayClass}};
}

} // namespace faultline::checks
