#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::StatefulSet)
        return no();
    if (!workload.hasStatus)
        return unknown(reason::noStatus);
    const QString partition = QString::number(workload.partition);
    std::vector<Evidence> evidence{
        fieldOf(workload.ref(), u"spec.updateStrategy.rollingUpdate.partition"_s, partition),
        fieldOf(workload.ref(), u"status.updatedReplicas"_s, QString::number(workload.updatedReplicas))};
    // With nothing to update every Pod counts as updated, or the two revisions are the same.
    const bool keepsOld = workload.partition > 0 && workload.updatedReplicas < workload.replicas;
    if (!keepsOld)
        return no(std::move(evidence));
    return yes(std::move(evidence), factsOf({{fact::partition, partition},
                                             {fact::readyPods, QString::number(workload.updatedReplicas)},
                                             {fact::wantedPods, QString::number(workload.replicas)}}));
}

} // namespace

Check statefulsetPartition() { return {u"statefulset_partition"_s, {}, ask}; }

} // namespace faultline::checks
