#include "core/checks/reasons.h"
#include "core/checks/shared/controllers.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"
#include "core/checks/shared/policies.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// What the policies of the namespace mean for one Pod behind the Service and the controller's Pod that asks it.
struct Gate {
    const model::NetworkPolicy *by = nullptr; ///< isolates the Pod
    bool letsOthersIn = false;                ///< some source other than the controller is admitted
    Admission controller = Admission::No;
};

void addPolicy(const Scope &scope, const PodShape &shape, const model::NetworkPolicy &policy, const model::Pod &from,
               Gate &gate)
{
    gate.by = gate.by == nullptr || gate.by->ingress.empty() ? &policy : gate.by;
    for (const model::NetworkPolicyRule &rule : policy.ingress) {
        const auto &ports = scope.service->ports;
        const bool isOpen = std::any_of(ports.begin(), ports.end(), [&](const model::ServicePort &port) {
            return admitsPort(rule, port, *shape.spec);
        });
        if (!isOpen || !admitsAnySource(scope.cluster, rule))
            continue;
        gate.letsOthersIn = true;
        const Admission admission = admits(scope.cluster, policy, rule, from);
        if (gate.controller != Admission::Yes && admission != Admission::No)
            gate.controller = admission;
    }
}

Gate gateFor(const Scope &scope, const PodShape &shape, const model::Pod &from)
{
    Gate gate;
    for (const model::NetworkPolicy &policy : scope.cluster.networkPoliciesIn(shape.object.nameSpace)) {
        if (isolates(policy, *shape.labels))
            addPolicy(scope, shape, policy, from, gate);
    }
    return gate;
}

/// Only where others are let in: a port that is closed to everybody is the Service's own question.
Verdict ask(const Scope &scope)
{
    if (!scope.ingress || !scope.service)
        return unknown(reason::noObject);
    const model::Pod *controller = controllerPods(scope.cluster, *scope.ingress).ready;
    const std::vector<PodShape> shapes = selectedShapes(*scope.service, podShapes(scope));
    if (!controller || shapes.empty())
        return unknown(scope.cluster.hasAllNamespaces() ? reason::noObject : reason::oneNamespace);
    const Gate gate = gateFor(scope, shapes.front(), *controller);
    if (!gate.by || !gate.letsOthersIn || gate.controller == Admission::Yes)
        return no();
    std::vector<Evidence> evidence{
        fieldOf(refTo(*gate.by), u"spec.podSelector"_s, selectorText(gate.by->podSelector)),
        fieldOf(refTo(*controller), u"metadata.labels"_s, labelsText(controller->meta.labels))};
    const Facts facts =
        factsOf({{fact::policy, gate.by->meta.name}, {fact::controllerNamespace, controller->meta.nameSpace}});
    // What comes from a Pod in the node's own network bears the node's address: policies differ on that.
    if (controller->spec->hostNetwork || gate.controller == Admission::CannotTell)
        return unknown(reason::ambiguous, std::move(evidence), facts);
    return yes(std::move(evidence), facts);
}

} // namespace

Check ingressKeptOutByPolicy()
{
    return {u"ingress_kept_out_by_policy"_s,
            {Kind::Ingress, Kind::NetworkPolicy, Kind::Pod},
            ask,
            Answerer::Cluster,
            {Kind::Namespace, Kind::IngressClass}};
}

} // namespace faultline::checks
