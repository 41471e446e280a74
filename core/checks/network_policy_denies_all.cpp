#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/policies.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// A rule for one port of the Service, for a source that there is, and somebody is meant to come in.
bool admitsAnybody(const Scope &scope, const model::NetworkPolicy &policy, const model::PodSpec &spec)
{
    const auto &ports = scope.service->ports;
    return std::any_of(policy.ingress.begin(), policy.ingress.end(), [&](const model::NetworkPolicyRule &rule) {
        return admitsAnySource(scope.cluster, rule) &&
               std::any_of(ports.begin(), ports.end(),
                           [&](const model::ServicePort &port) { return admitsPort(rule, port, spec); });
    });
}

/// The first policy that isolates the Pod, or nullptr where some policy lets somebody in. One that names ports is shown
/// before a default deny: somebody meant to let traffic in by it.
const model::NetworkPolicy *closedBy(const Scope &scope, const PodShape &shape)
{
    const model::NetworkPolicy *by = nullptr;
    for (const model::NetworkPolicy &policy : scope.cluster.networkPoliciesIn(shape.object.nameSpace)) {
        if (!isolates(policy, *shape.labels))
            continue;
        if (admitsAnybody(scope, policy, *shape.spec))
            return nullptr;
        by = by == nullptr || (by->ingress.empty() && !policy.ingress.empty()) ? &policy : by;
    }
    return by;
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const std::vector<PodShape> shapes = selectedShapes(*scope.service, podShapes(scope));
    if (shapes.empty())
        return unknown(reason::noObject);
    const PodShape &shape = shapes.front();
    const model::NetworkPolicy *policy = scope.service->ports.empty() ? nullptr : closedBy(scope, shape);
    if (policy == nullptr)
        return no();
    const QString allowed = allowedPortsText(*policy);
    std::vector<Evidence> evidence{fieldOf(refTo(*policy), u"spec.podSelector"_s, selectorText(policy->podSelector)),
                                   fieldOf(shape.object, shape.labelsField(), labelsText(*shape.labels))};
    if (!allowed.isEmpty())
        evidence.push_back(fieldOf(refTo(*policy), u"spec.ingress"_s, allowed));
    const int number = targetNumber(scope.service->ports.front(), *shape.spec);
    return yes(std::move(evidence), factsOf({{fact::policy, policy->meta.name},
                                             {fact::allowedPorts, allowed},
                                             {fact::targetPort, number == 0 ? QString() : QString::number(number)}}));
}

} // namespace

Check networkPolicyDeniesAll()
{
    return {u"network_policy_denies_all"_s, {Kind::Service, Kind::NetworkPolicy}, ask, Answerer::Cluster, {Kind::Pod}};
}

} // namespace faultline::checks
