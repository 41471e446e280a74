#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/policies.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// A rule for one port of the Service, for whatever source, and somebody is meant to come in.
bool admitsAnybody(const model::NetworkPolicy &policy, const model::Service &service, const model::PodSpec &spec)
{
    return std::any_of(policy.ingress.begin(), policy.ingress.end(), [&](const model::NetworkPolicyRule &rule) {
        return std::any_of(service.ports.begin(), service.ports.end(),
                           [&](const model::ServicePort &port) { return admitsPort(rule, port, spec); });
    });
}

/// What the policies of the namespace mean for one Pod. A selector with expressions may select it: such a policy
/// isolates nobody for certain, but it may admit.
struct Closed {
    const model::NetworkPolicy *by = nullptr;      ///< isolates the Pod for certain
    const model::NetworkPolicy *perhaps = nullptr; ///< may isolate it
    bool isAdmitted = false;
};

Closed closedFor(const Scope &scope, const PodShape &shape)
{
    Closed closed;
    for (const model::NetworkPolicy &policy : scope.cluster.networkPoliciesIn(shape.object.nameSpace)) {
        if (!policy.isolatesIngress || !shape.labels->containsAll(policy.podSelector))
            continue;
        closed.isAdmitted = closed.isAdmitted || admitsAnybody(policy, *scope.service, *shape.spec);
        const model::NetworkPolicy *&place = policy.selectorHasExpressions ? closed.perhaps : closed.by;
        place = place ? place : &policy;
    }
    return closed;
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const std::vector<PodShape> shapes = selectedShapes(*scope.service, podShapes(scope));
    if (shapes.empty())
        return unknown(reason::noObject);
    const PodShape &shape = shapes.front();
    const Closed closed = closedFor(scope, shape);
    if (closed.isAdmitted || (!closed.by && !closed.perhaps) || scope.service->ports.empty())
        return no();
    if (!closed.by)
        return unknown(reason::ambiguous, {}, factsOf({{fact::policy, closed.perhaps->meta.name}}));
    return yes({fieldOf(refTo(*closed.by), u"spec.podSelector"_s, labelsText(closed.by->podSelector)),
                fieldOf(shape.object, shape.labelsField(), labelsText(*shape.labels))},
               factsOf({{fact::policy, closed.by->meta.name}}));
}

} // namespace

Check networkPolicyDeniesAll()
{
    return {u"network_policy_denies_all"_s, {Kind::Service, Kind::NetworkPolicy}, ask, Answerer::Cluster, {Kind::Pod}};
}

} // namespace faultline::checks
