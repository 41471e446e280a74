#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/routes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

struct Words {
    const model::Condition *good = nullptr;
    const model::Condition *bad = nullptr;
};

/// ResolvedRefs False, or PartiallyInvalid True: some rule of the route is left out.
Words wordsOf(const model::Route &route)
{
    Words words;
    for (const model::RouteParentStatus &status : route.statuses) {
        for (const model::Condition &condition : status.conditions) {
            const bool isResolved = condition.type == "ResolvedRefs"_L1;
            const bool isPartial = condition.type == "PartiallyInvalid"_L1 && condition.status == "True"_L1;
            if (!isCurrent(condition, route.meta))
                continue;
            if (isPartial || (isResolved && condition.status == "False"_L1)) {
                words.bad = words.bad ? words.bad : &condition;
            } else if (isResolved && condition.status == "True"_L1) {
                words.good = words.good ? words.good : &condition;
            }
        }
    }
    return words;
}

/// By the controller's words, and by the objects, which name the very backend.
Verdict broken(const Scope &scope, const model::Condition *condition, const std::optional<BrokenBackend> &backend)
{
    const model::Route &route = *scope.route;
    std::vector<Evidence> evidence;
    Facts facts;
    if (condition) {
        evidence.push_back(conditionOf(route.ref(), *condition));
        facts = factsOf({{fact::reason, condition->reason}, {fact::message, condition->message}});
    }
    if (backend) {
        for (Evidence &item : brokenBackendEvidence(scope.cluster, route, *backend))
            evidence.push_back(std::move(item));
        facts.merge(brokenBackendFacts(scope.cluster, route, *backend));
    }
    return no(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.route)
        return unknown(reason::noObject);
    const model::Route &route = *scope.route;
    const Words words = wordsOf(route);
    if (words.bad)
        return broken(scope, words.bad, brokenBackend(scope.cluster, route));
    if (words.good)
        return yes({conditionOf(route.ref(), *words.good)});
    const auto backend = brokenBackend(scope.cluster, route);
    return backend ? broken(scope, nullptr, backend) : unknown(reason::noStatus);
}

} // namespace

Check routeRefsResolved()
{
    return {
        u"route_refs_resolved"_s, {}, ask, Answerer::Cluster, {Kind::HTTPRoute, Kind::Service, Kind::ReferenceGrant}};
}

} // namespace faultline::checks
