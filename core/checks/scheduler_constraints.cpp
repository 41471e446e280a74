#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodes.h"
#include "core/checks/shared/scheduling.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;
using Cause = SchedulerClause::Cause;

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
        addUncarriedPair(verdict, scope.cluster, scope.pod->spec->nodeSelector, refTo(*scope.pod),
                         u"spec.nodeSelector"_s);
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
