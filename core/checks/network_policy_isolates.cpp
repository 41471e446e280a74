#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/policies.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

enum class Effect { None, Admits, Blocks };

/// Admitted for everybody; a rule for some sources only may leave out the very one that asks.
bool admitsEverybody(const model::NetworkPolicy &policy, const model::Service &service, const model::PodSpec &spec)
{
    return std::all_of(service.ports.begin(), service.ports.end(), [&](const model::ServicePort &port) {
        return std::any_of(policy.ingress.begin(), policy.ingress.end(), [&](const model::NetworkPolicyRule &rule) {
            return rule.anySource && admitsPort(rule, port, spec);
        });
    });
}

Effect effectOf(const model::NetworkPolicy &policy, const model::Service &service, const PodShape &shape)
{
    if (!isolates(policy, *shape.labels))
        return Effect::None;
    return admitsEverybody(policy, service, *shape.spec) ? Effect::Admits : Effect::Blocks;
}

struct Finding {
    Effect effect = Effect::None;
    const model::NetworkPolicy *policy = nullptr;
};

/// Policies add up: one that admits is enough.
Finding judge(const Scope &scope, const PodShape &shape)
{
    Finding worst;
    for (const model::NetworkPolicy &policy : scope.cluster.networkPoliciesIn(shape.object.nameSpace)) {
        const Effect effect = effectOf(policy, *scope.service, shape);
        if (effect == Effect::Admits)
            return {effect, &policy};
        if (effect == Effect::Blocks && worst.policy == nullptr)
            worst = {effect, &policy};
    }
    return worst;
}

std::vector<Evidence> evidenceOf(const model::NetworkPolicy &policy, const PodShape &shape)
{
    return {fieldOf(refTo(policy), u"spec.podSelector"_s, selectorText(policy.podSelector)),
            fieldOf(shape.object, shape.labelsField(), labelsText(*shape.labels))};
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const std::vector<PodShape> shapes = selectedShapes(*scope.service, podShapes(scope));
    if (shapes.empty())
        return unknown(reason::noObject);
    const Finding finding = judge(scope, shapes.front());
    if (!finding.policy)
        return no();
    std::vector<Evidence> evidence = evidenceOf(*finding.policy, shapes.front());
    const Facts facts = factsOf({{fact::policy, finding.policy->meta.name}});
    return finding.effect == Effect::Blocks ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

} // namespace

Check networkPolicyIsolates()
{
    return {u"network_policy_isolates"_s, {Kind::Service, Kind::NetworkPolicy}, ask, Answerer::Cluster, {Kind::Pod}};
}

} // namespace faultline::checks
