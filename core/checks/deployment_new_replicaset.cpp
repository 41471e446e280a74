#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kPatienceSeconds = 10;

const model::Condition *createError(const model::Workload &deployment)
{
    const model::Condition *progressing = model::findCondition(deployment.conditions, u"Progressing");
    return progressing && progressing->reason == "ReplicaSetCreateError"_L1 ? progressing : nullptr;
}

/// No condition tells: look for the ReplicaSet itself, then for the controller's event.
Verdict byObjects(const Scope &scope)
{
    const model::Workload &deployment = *scope.workload;
    if (const model::Workload *newest = scope.cluster.newestReplicaSet(deployment))
        return yes({fieldOf(newest->ref(), u"metadata.name"_s, newest->meta.name)});
    if (deployment.updatedReplicas > 0) {
        return yes(
            {fieldOf(deployment.ref(), u"status.updatedReplicas"_s, QString::number(deployment.updatedReplicas))});
    }
    if (!scope.cluster.sees(model::Kind::ReplicaSet))
        return unknownFor(scope.cluster, model::Kind::ReplicaSet);
    if (const model::Event *event = latestEvent(scope.cluster, deployment.ref(), {"ReplicaSetCreateError"_L1}))
        return no({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)}}));
    const bool young = base::secondsBetween(deployment.meta.created, scope.cluster.now()) < kPatienceSeconds;
    return unknown(young ? reason::tooEarly : reason::noMessage);
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != model::Kind::Deployment)
        return yes();
    if (!workload.hasStatus)
        return unknown(reason::noStatus);
    if (const model::Condition *error = createError(workload))
        return no({conditionOf(workload.ref(), *error)}, factsOf({{fact::message, error->message}}));
    return byObjects(scope);
}

} // namespace

Check deploymentNewReplicaset()
{
    return {u"deployment_new_replicaset"_s, {}, ask, Answerer::Cluster, {model::Kind::ReplicaSet, model::Kind::Event}};
}

} // namespace faultline::checks
