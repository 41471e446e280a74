#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    if (workload.kind != Kind::DaemonSet)
        return no();
    if (!workload.hasStatus)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{
        fieldOf(workload.ref(), u"status.desiredNumberScheduled"_s, QString::number(workload.replicas))};
    if (workload.replicas > 0)
        return no(std::move(evidence));
    Verdict verdict = yes(std::move(evidence));
    if (workload.podSpec && seesNodes(scope.cluster)) {
        addUncarriedPair(verdict, scope.cluster, workload.podSpec->nodeSelector, workload.ref(),
                         u"spec.template.spec.nodeSelector"_s);
    }
    return verdict;
}

} // namespace

Check daemonsetFitsNoNode() { return {u"daemonset_fits_no_node"_s, {}, ask, Answerer::Cluster, {Kind::Node}}; }

} // namespace faultline::checks
