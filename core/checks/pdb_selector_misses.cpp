#include "core/checks/reasons.h"
#include "core/checks/shared/budgets.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nearmiss.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Labels that the selector was probably meant for: of a workload or bare Pod that no budget guards.
struct Near {
    SelectorScore fit;
    model::ObjectRef object;
};

void consider(const Scope &scope, const model::Labels &wanted, const model::Labels &labels,
              const model::ObjectRef &object, Near &best)
{
    const SelectorScore fit = scoreSelector(wanted, labels);
    if (fit.score >= kNearMiss && fit.score > best.fit.score && !isGuarded(scope.cluster, object.nameSpace, labels))
        best = {fit, object};
}

Near nearestTo(const Scope &scope, const model::Labels &wanted)
{
    Near best;
    for (const model::Workload &workload : scope.cluster.workloadsIn(scope.subject.nameSpace)) {
        if (!scope.cluster.isOwned(workload) && workload.kind != Kind::Job && workload.kind != Kind::CronJob)
            consider(scope, wanted, workload.templateLabels, workload.ref(), best);
    }
    for (const model::Pod &pod : scope.cluster.podsIn(scope.subject.nameSpace)) {
        if (!scope.cluster.topWorkload(pod))
            consider(scope, wanted, pod.meta.labels, refTo(pod), best);
    }
    return best;
}

Verdict ask(const Scope &scope)
{
    const model::PodDisruptionBudget *budget =
        scope.cluster.disruptionBudget(scope.subject.nameSpace, scope.subject.name);
    if (!budget)
        return unknown(reason::noObject);
    if (budget->selector.hasExpressions)
        return unknown(reason::ambiguous);
    const model::Labels &wanted = budget->selector.matchLabels;
    std::vector<Evidence> evidence{fieldOf(scope.subject, u"spec.selector"_s, labelsText(wanted))};
    if (guardsAnything(scope.cluster, *budget))
        return no(std::move(evidence));
    const Near near = nearestTo(scope, wanted);
    if (near.object.isNull())
        return no(std::move(evidence));
    evidence.push_back(fieldOf(near.object, u"metadata.labels"_s, pairText(near.fit.labelPair)));
    return yes(std::move(evidence), factsOf({{fact::selector, labelsText(wanted)},
                                             {fact::selectorPair, pairText(near.fit.selectorPair)},
                                             {fact::labelPair, pairText(near.fit.labelPair)},
                                             {fact::other, near.object.toString()}}));
}

} // namespace

Check pdbSelectorMisses()
{
    return {u"pdb_selector_misses"_s,
            {Kind::PodDisruptionBudget},
            ask,
            Answerer::Cluster,
            {Kind::Pod, Kind::Deployment, Kind::StatefulSet, Kind::ReplicaSet, Kind::DaemonSet}};
}

} // namespace faultline::checks
