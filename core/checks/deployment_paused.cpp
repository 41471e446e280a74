#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// True when the newest ReplicaSet carries the Deployment's template as far as can be seen. pod-template-hash is the
/// ReplicaSet's own label (pkg/controller/deployment/util EqualIgnoreHash).
bool sameTemplate(const model::Workload &replicaSet, const model::Workload &deployment)
{
    model::Labels labels;
    for (const auto &[key, value] : replicaSet.templateLabels) {
        if (key != "pod-template-hash"_L1)
            labels.insert(key, value);
    }
    return labels == deployment.templateLabels && *replicaSet.podSpec == *deployment.podSpec;
}

/// The pause holds nothing back when the ReplicaSet of the current template was already told to be at full size:
/// missing Pods then have another reason. `updatedReplicas` is the controller's own view of that ReplicaSet.
bool nothingWaits(const Scope &scope)
{
    const model::Workload &deployment = *scope.workload;
    if (deployment.updatedReplicas >= deployment.replicas)
        return true;
    const model::Workload *newest = scope.cluster.newestReplicaSet(deployment);
    return newest && newest->replicas >= deployment.replicas && newest->statusReplicas == deployment.updatedReplicas &&
           sameTemplate(*newest, deployment);
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != model::Kind::Deployment)
        return no();
    std::vector<Evidence> evidence{fieldOf(workload.ref(), u"spec.paused"_s, workload.paused ? u"true"_s : u"false"_s)};
    if (!workload.paused)
        return no(std::move(evidence));
    if (!workload.hasStatus)
        return yes(std::move(evidence));
    evidence.push_back(fieldOf(workload.ref(), u"status.updatedReplicas"_s, QString::number(workload.updatedReplicas)));
    return nothingWaits(scope) ? no(std::move(evidence)) : yes(std::move(evidence));
}

} // namespace

Check deploymentPaused() { return {u"deployment_paused"_s, {}, ask, Answerer::Cluster, {model::Kind::ReplicaSet}}; }

} // namespace faultline::checks
