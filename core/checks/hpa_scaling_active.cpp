#include "core/checks/reasons.h"
#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kFirstMetricsSeconds = 120; // new Pods have no metrics for a minute or two

Verdict ask(const Scope &scope)
{
    const model::HorizontalPodAutoscaler *autoscaler =
        scope.cluster.autoscaler(scope.subject.nameSpace, scope.subject.name);
    if (!autoscaler)
        return unknown(reason::noObject);
    const model::Condition *active = model::findCondition(autoscaler->conditions, u"ScalingActive");
    if (!active)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{conditionOf(scope.subject, *active)};
    if (active->status == "True"_L1)
        return yes(std::move(evidence));
    if (active->lastTransition.isValid() &&
        base::secondsBetween(active->lastTransition, scope.cluster.now()) < kFirstMetricsSeconds)
        return unknown(reason::tooEarly, std::move(evidence));
    Facts facts = targetFacts(*autoscaler);
    facts.merge(factsOf({{fact::message, active->message}, {fact::reason, active->reason}}));
    return no(std::move(evidence), std::move(facts));
}

} // namespace

Check hpaScalingActive() { return {u"hpa_scaling_active"_s, {Kind::HorizontalPodAutoscaler}, ask}; }

} // namespace faultline::checks
