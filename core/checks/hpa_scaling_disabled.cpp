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
    const model::Condition *active = model::findCondition(autoscaler->conditions, u"ScalingActive");
    if (!active)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{conditionOf(scope.subject, *active)};
    const bool disabled = active->status == "False"_L1 && active->reason == "ScalingDisabled"_L1;
    return disabled ? yes(std::move(evidence), targetFacts(*autoscaler)) : no(std::move(evidence));
}

} // namespace

Check hpaScalingDisabled() { return {u"hpa_scaling_disabled"_s, {Kind::HorizontalPodAutoscaler}, ask}; }

} // namespace faultline::checks
