#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Facts countsOf(const model::Workload &workload)
{
    return factsOf({{fact::readyPods, QString::number(workload.readyReplicas)},
                    {fact::wantedPods, QString::number(workload.replicas)}});
}

/// Whether this Pod has been Ready for minReadySeconds: other Pods that are missing or broken have walks of their own.
Verdict byPod(const Scope &scope, const model::Workload &workload)
{
    const model::Pod &pod = *scope.pod;
    const model::Condition *ready = model::findCondition(pod.conditions, u"Ready");
    if (!ready || ready->status != "True"_L1 || !ready->lastTransition.isValid())
        return unknown(reason::noStatus);
    const qint64 age = base::secondsBetween(ready->lastTransition, scope.cluster.now());
    std::vector<Evidence> evidence{conditionOf(refTo(pod), *ready), fieldOf(workload.ref(), u"spec.minReadySeconds"_s,
                                                                            QString::number(workload.minReadySeconds))};
    Facts facts = countsOf(workload);
    facts.insert_or_assign(fact::age, QString::number(age));
    return age >= workload.minReadySeconds ? yes(std::move(evidence), std::move(facts))
                                           : no(std::move(evidence), std::move(facts));
}

Verdict byCounts(const model::Workload &workload)
{
    if (!workload.hasStatus)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{
        fieldOf(workload.ref(), u"status.availableReplicas"_s, QString::number(workload.availableReplicas))};
    const bool enough = workload.availableReplicas >= workload.replicas;
    return enough ? yes(std::move(evidence), countsOf(workload)) : no(std::move(evidence), countsOf(workload));
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload && !scope.pod)
        return unknown(reason::noObject);
    if (!scope.workload || scope.workload->minReadySeconds == 0)
        return scope.pod ? yes() : byCounts(*scope.workload);
    return scope.pod ? byPod(scope, *scope.workload) : byCounts(*scope.workload);
}

} // namespace

Check podsAvailable() { return {u"pods_available"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
