#include "core/checks/reasons.h"
#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    const model::HorizontalPodAutoscaler *autoscaler =
        scope.cluster.autoscaler(scope.subject.nameSpace, scope.subject.name);
    if (!autoscaler)
        return unknown(reason::noObject);
    const model::Condition *limited = model::findCondition(autoscaler->conditions, u"ScalingLimited");
    if (!limited)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{
        conditionOf(scope.subject, *limited),
        fieldOf(scope.subject, u"spec.maxReplicas"_s, QString::number(autoscaler->maxReplicas))};
    if (limited->status != "True"_L1 || limited->reason != "TooManyReplicas"_L1)
        return no(std::move(evidence));
    Facts facts = targetFacts(*autoscaler);
    facts.merge(factsOf({{fact::maxReplicas, QString::number(autoscaler->maxReplicas)}}));
    return yes(std::move(evidence), std::move(facts));
}

} // namespace

Check hpaAtLimit() { return {u"hpa_at_limit"_s, {Kind::HorizontalPodAutoscaler}, ask}; }

} // namespace faultline::checks
