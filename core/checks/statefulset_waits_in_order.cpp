#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

QString nameOf(const model::Workload &workload, int ordinal)
{
    return workload.meta.name + u'-' + QString::number(ordinal);
}

/// The Pod of the highest ordinal that was made. Without spec.ordinals.start the count starts at 0.
const model::Pod *lastPod(const Scope &scope)
{
    const model::Workload &workload = *scope.workload;
    const model::Pod *last = nullptr;
    for (int ordinal = 0; ordinal < workload.replicas; ++ordinal) {
        const model::Pod *pod = scope.cluster.pod(workload.meta.nameSpace, nameOf(workload, ordinal));
        if (!pod)
            break;
        last = pod;
    }
    return last;
}

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::StatefulSet || workload.startsAllAtOnce)
        return no();
    if (!workload.hasStatus)
        return unknown(reason::noStatus);
    const model::Pod *last = lastPod(scope);
    const int made = static_cast<int>(scope.cluster.podsOf(workload).size());
    if (!last || last->isReady() || made >= workload.replicas)
        return no({fieldOf(workload.ref(), u"status.replicas"_s, QString::number(workload.statusReplicas))});
    return yes({fieldOf(refTo(*last), u"status.conditions[Ready].status"_s, u"False"_s),
                fieldOf(workload.ref(), u"spec.podManagementPolicy"_s, u"OrderedReady"_s)},
               factsOf({{fact::blockingPod, last->meta.name},
                        {fact::missingName, nameOf(workload, made)},
                        {fact::wantedPods, QString::number(workload.replicas)}}));
}

} // namespace

Check statefulsetWaitsInOrder() { return {u"statefulset_waits_in_order"_s, {}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
