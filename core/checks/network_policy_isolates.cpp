#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/policies.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

enum class Effect { None, Admits, Blocks, CannotTell };

/// Admitted for everybody; a rule for some sources only may leave out the very one that asks.
bool admits(const model::NetworkPolicy &policy, const model::Service &service, const model::PodSpec &spec)
{
    return std::all_of(service.ports.begin(), service.ports.end(), [&](const model::ServicePort &port) {
        return std::any_of(policy.ingress.begin(), policy.ingress.end(), [&](const model::NetworkPolicyRule &rule) {
            return rule.anySource && admitsPort(rule, port, spec);
        });
    });
}

Effect effectOf(const model::NetworkPolicy &policy, const model::Service &service, const PodShape &shape)
{
    if (!policy.isolatesIngress || !shape.labels->containsAll(policy.podSelector))
        return Effect::None;
    if (admits(policy, service, *shape.spec))
        return Effect::Admits;
    return policy.selectorHasExpressions ? Effect::CannotTell : Effect::Blocks;
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
        const bool isSurer =
            worst.effect == Effect::None || (worst.effect == Effect::CannotTell && effect == Effect::Blocks);
        if (effect != Effect::None && isSurer)
            worst = {effect, &policy};
    }
    return worst;
}

std::vector<Evidence> evidenceOf(const model::NetworkPolicy &policy, const PodShape &shape)
{
    return {fieldOf(refTo(policy), u"spec.podSelector"_s, labelsText(policy.podSelector)),
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
    if (finding.effect == Effect::CannotTell)
        return unknown(reason::ambiguous, std::move(evidence), facts);
    return finding.effect == Effect::Blocks ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

} // namespace

Check networkPolicyIsolates()
{
    return {u"network_policy_isolates"_s, {Kind::Service, Kind::NetworkPolicy}, ask, Answerer::Cluster, {Kind::Pod}};
}

} // namespace faultline::checks
