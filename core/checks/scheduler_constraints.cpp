#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"
#include "core/checks/shared/scheduling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;
using Cause = SchedulerClause::Cause;

/// The first pair of the nodeSelector that no node carries.
void addSelector(const Scope &scope, Verdict &verdict)
{
    const std::vector<model::Node> &nodes = scope.cluster.data().nodes;
    for (const auto &pair : scope.pod->spec->nodeSelector) {
        const auto carries = [&pair](const model::Node &node) { return node.meta.labels.containsAll({pair}); };
        if (std::any_of(nodes.begin(), nodes.end(), carries))
            continue;
        const QString path = u"spec.nodeSelector."_s + pair.first;
        verdict.evidence.push_back(fieldOf(refTo(*scope.pod), path, pair.second));
        verdict.facts.merge(factsOf({{fact::selectorPair, pair.first + u'=' + pair.second},
                                     {fact::labelPair, similarNodeLabel(scope.cluster, pair.first, pair.second)}}));
        return;
    }
}

void addNodes(const Scope &scope, Verdict &verdict)
{
    for (const model::Node &node : scope.cluster.data().nodes) {
        if (node.unschedulable)
            verdict.evidence.push_back(fieldOf(refTo(node), u"spec.unschedulable"_s, u"true"_s));
        for (const model::Taint &taint : node.taints) {
            if (taint.effect != "PreferNoSchedule"_L1) {
                verdict.evidence.push_back(
                    fieldOf(refTo(node), u"spec.taints"_s, taint.key + u'=' + taint.value + u':' + taint.effect));
            }
        }
    }
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const auto message = schedulerMessage(scope.cluster, *scope.pod);
    if (!message)
        return unknown(scope.pod->phase.isEmpty() ? reason::noStatus : reason::noMessage);
    const SchedulerWords words = parseScheduler(message->text);
    // Devices are looked at last: where they are what a node lacks, every other rule had let it pass.
    if (!words.names(Cause::Placement) || words.names(Cause::Device))
        return no({message->evidence}, factsOf({{fact::message, message->text}}));
    Verdict verdict = yes({message->evidence}, factsOf({{fact::message, message->text},
                                                        {fact::reason, words.reason(Cause::Placement)},
                                                        {fact::nodes, words.nodes(Cause::Placement)}}));
    if (seesNodes(scope.cluster)) {
        addSelector(scope, verdict);
        addNodes(scope, verdict);
    }
    return verdict;
}

} // namespace

Check schedulerConstraints()
{
    return {u"scheduler_constraints"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Node, Kind::Event}};
}

} // namespace faultline::checks
