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
    const model::Condition *able = model::findCondition(autoscaler->conditions, u"AbleToScale");
    if (!able)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{conditionOf(scope.subject, *able)};
    // Up to 1.17 a pause between two steps was "False", too.
    if (able->status == "True"_L1 || able->reason.startsWith("Backoff"_L1))
        return yes(std::move(evidence));
    Facts facts = targetFacts(*autoscaler);
    facts.merge(factsOf({{fact::reason, able->reason}, {fact::message, able->message}}));
    return no(std::move(evidence), std::move(facts));
}

} // namespace

Check hpaCanScale() { return {u"hpa_can_scale"_s, {Kind::HorizontalPodAutoscaler}, ask}; }

} // namespace faultline::checks
