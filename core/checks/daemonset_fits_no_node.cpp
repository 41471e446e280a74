#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Adds the first pair of the nodeSelector that no node carries, and the label that it may have been meant to be.
void addSelector(const Scope &scope, Verdict &verdict)
{
    if (!scope.workload->podSpec || !seesNodes(scope.cluster))
        return;
    const std::vector<model::Node> &nodes = scope.cluster.data().nodes;
    for (const auto &pair : scope.workload->podSpec->nodeSelector) {
        const auto carries = [&pair](const model::Node &node) { return node.meta.labels.containsAll({pair}); };
        if (std::any_of(nodes.begin(), nodes.end(), carries))
            continue;
        verdict.evidence.push_back(
            fieldOf(scope.workload->ref(), u"spec.template.spec.nodeSelector."_s + pair.first, pair.second));
        verdict.facts.merge(factsOf({{fact::selectorPair, pair.first + u'=' + pair.second},
                                     {fact::labelPair, similarNodeLabel(scope.cluster, pair.first, pair.second)}}));
        return;
    }
}

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
    addSelector(scope, verdict);
    return verdict;
}

} // namespace

Check daemonsetFitsNoNode() { return {u"daemonset_fits_no_node"_s, {}, ask, Answerer::Cluster, {Kind::Node}}; }

} // namespace faultline::checks
