#include "core/checks/reasons.h"
#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Another autoscaler of the same target.
const model::HorizontalPodAutoscaler *rivalOf(const model::Cluster &cluster,
                                              const model::HorizontalPodAutoscaler &autoscaler)
{
    for (const model::HorizontalPodAutoscaler &other : cluster.autoscalersIn(autoscaler.meta.nameSpace)) {
        const bool sameTarget = other.targetKind == autoscaler.targetKind && other.targetName == autoscaler.targetName;
        if (sameTarget && other.meta.name != autoscaler.meta.name)
            return &other;
    }
    return nullptr;
}

Verdict ask(const Scope &scope)
{
    const model::HorizontalPodAutoscaler *autoscaler =
        scope.cluster.autoscaler(scope.subject.nameSpace, scope.subject.name);
    if (!autoscaler)
        return unknown(reason::noObject);
    Facts facts = targetFacts(*autoscaler);
    if (const model::HorizontalPodAutoscaler *rival = rivalOf(scope.cluster, *autoscaler)) {
        facts.merge(factsOf({{fact::other, rival->meta.name}}));
        return yes({fieldOf(refTo(*rival), u"spec.scaleTargetRef"_s, rival->targetKind + u'/' + rival->targetName)},
                   std::move(facts));
    }
    const model::Condition *active = model::findCondition(autoscaler->conditions, u"ScalingActive");
    if (active && active->status == "False"_L1 && active->reason == "AmbiguousSelector"_L1) {
        facts.merge(factsOf({{fact::message, active->message}}));
        return yes({conditionOf(scope.subject, *active)}, std::move(facts));
    }
    return no();
}

} // namespace

Check hpaTargetShared() { return {u"hpa_target_shared"_s, {Kind::HorizontalPodAutoscaler}, ask}; }

} // namespace faultline::checks
