#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Facts missingFacts(const Scope &scope, const model::HorizontalPodAutoscaler &autoscaler)
{
    QStringList names;
    QString other;
    for (const model::Workload &workload : scope.cluster.workloadsIn(autoscaler.meta.nameSpace)) {
        const QString kind = model::kindName(workload.kind);
        if (kind == autoscaler.targetKind) {
            names.append(workload.meta.name);
        } else if (workload.meta.name == autoscaler.targetName && !scope.cluster.isOwned(workload)) {
            other = kind + u'/' + workload.meta.name;
        }
    }
    return factsOf({{fact::similar, base::closest(autoscaler.targetName, names)}, {fact::other, other}});
}

Verdict ask(const Scope &scope)
{
    const model::HorizontalPodAutoscaler *autoscaler =
        scope.cluster.autoscaler(scope.subject.nameSpace, scope.subject.name);
    if (!autoscaler)
        return unknown(reason::noObject);
    const model::ObjectRef target = targetOf(*autoscaler);
    std::vector<Evidence> evidence{
        fieldOf(scope.subject, u"spec.scaleTargetRef"_s, autoscaler->targetKind + u'/' + autoscaler->targetName)};
    Facts facts = targetFacts(*autoscaler);
    if (scope.cluster.workload(target))
        return yes(std::move(evidence), std::move(facts));
    if (!canBeScaled(target.kind)) // a kind that Faultline does not read: the autoscaler itself says what it found
        return unknown(reason::noObject, std::move(evidence), std::move(facts));
    if (!scope.cluster.sees(target.kind))
        return unknownFor(scope.cluster, target.kind);
    facts.merge(missingFacts(scope, *autoscaler));
    return no(std::move(evidence), std::move(facts));
}

} // namespace

Check hpaTargetFound()
{
    return {u"hpa_target_found"_s,
            {Kind::HorizontalPodAutoscaler},
            ask,
            Answerer::Cluster,
            {Kind::Deployment, Kind::StatefulSet, Kind::ReplicaSet, Kind::ReplicationController}};
}

} // namespace faultline::checks
