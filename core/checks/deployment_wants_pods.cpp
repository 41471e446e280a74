#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

const model::HorizontalPodAutoscaler *autoscalerOf(const Scope &scope)
{
    for (const model::HorizontalPodAutoscaler &autoscaler :
         scope.cluster.autoscalersIn(scope.workload->meta.nameSpace)) {
        if (autoscaler.targetName == scope.workload->meta.name &&
            autoscaler.targetKind == model::kindName(scope.workload->kind))
            return &autoscaler;
    }
    return nullptr;
}

/// Scaled to zero: by a person, or by whatever the autoscaler says of itself.
Verdict wantsNone(const Scope &scope, std::vector<Evidence> evidence)
{
    const model::HorizontalPodAutoscaler *autoscaler = autoscalerOf(scope);
    if (!autoscaler)
        return no(std::move(evidence), factsOf({{fact::wantedPods, u"0"_s}}));
    const model::Condition *active = model::findCondition(autoscaler->conditions, u"ScalingActive");
    if (active && active->status == "False"_L1)
        evidence.push_back(conditionOf(refTo(*autoscaler), *active));
    return no(std::move(evidence), factsOf({{fact::wantedPods, u"0"_s},
                                            {fact::other, refTo(*autoscaler).toString()},
                                            {fact::reason, active ? active->reason : QString()}}));
}

QString countField(Kind kind)
{
    if (kind == Kind::DaemonSet)
        return u"status.desiredNumberScheduled"_s;
    return kind == Kind::Job ? u"spec.parallelism"_s : u"spec.replicas"_s;
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.suspended)
        return no({fieldOf(workload.ref(), u"spec.suspend"_s, u"true"_s)}, factsOf({{fact::wantedPods, u"0"_s}}));
    if (workload.kind == Kind::CronJob)
        return yes({fieldOf(workload.ref(), u"spec.schedule"_s, workload.schedule)});
    if (workload.kind == Kind::DaemonSet && !workload.hasStatus)
        return yes(); // one per node that fits
    const QString count = QString::number(workload.replicas);
    std::vector<Evidence> evidence{fieldOf(workload.ref(), countField(workload.kind), count)};
    if (workload.replicas > 0)
        return yes(std::move(evidence), factsOf({{fact::wantedPods, count}}));
    return wantsNone(scope, std::move(evidence));
}

} // namespace

Check deploymentWantsPods()
{
    return {u"deployment_wants_pods"_s, {}, ask, Answerer::Cluster, {Kind::HorizontalPodAutoscaler}};
}

} // namespace faultline::checks
