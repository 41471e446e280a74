#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/refusal.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Evidence countOf(const model::Workload &maker)
{
    return fieldOf(maker.ref(), u"status.replicas"_s, QString::number(maker.statusReplicas));
}

/// A StatefulSet starts its Pods one after another: some of them are a beginning, not a refusal.
bool goesOneByOne(const model::Workload &workload)
{
    return workload.kind == Kind::StatefulSet && workload.statusReplicas > 0;
}

/// Pods are missing and nobody said why: too young to judge, or the words are out of sight.
Verdict missingWithoutCause(const Scope &scope, const model::Workload &workload)
{
    const model::Workload *maker = podMaker(scope.cluster, workload);
    std::vector<Evidence> evidence{countOf(maker ? *maker : workload)};
    if (const model::Unseen *unseen = scope.cluster.unseen(Kind::Event))
        return unknown(reason::unseen(*unseen, Kind::Event), std::move(evidence));
    return unknown(reason::noMessage, std::move(evidence));
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (const auto refusal = currentRefusal(scope.cluster, workload))
        return no({refusal->evidence}, factsOf({{fact::message, refusal->cause}}));
    if (!workload.hasStatus)
        return unknown(reason::noStatus);
    if (hasAllPods(scope.cluster, workload) || goesOneByOne(workload)) {
        const model::Workload *maker = podMaker(scope.cluster, workload);
        return yes({countOf(maker ? *maker : workload)});
    }
    return missingWithoutCause(scope, workload);
}

} // namespace

Check rsPodsCreated()
{
    return {u"rs_pods_created"_s, {}, ask, Answerer::Cluster, {Kind::ReplicaSet, Kind::Job, Kind::Event}};
}

} // namespace faultline::checks
