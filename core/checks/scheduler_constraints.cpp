#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodefit.h"
#include "core/checks/shared/nodes.h"
#include "core/checks/shared/scheduling.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;
using Cause = SchedulerClause::Cause;

/// What kind of rule the scheduler names first (pkg/scheduler/framework/plugins, ErrReason...).
QString clauseIn(const QString &reasons)
{
    static const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 8> words{
        {{"topology spread"_L1, "spread"_L1},
         {"max volume count"_L1, "volumeCount"_L1},
         {"volume"_L1, "volume"_L1},
         {"pod affinity"_L1, "affinity"_L1},
         {"anti-affinity"_L1, "affinity"_L1},
         {"affinity/selector"_L1, "labels"_L1},
         {"free ports"_L1, "ports"_L1},
         {"were unschedulable"_L1, "cordon"_L1}}};
    qsizetype first = reasons.size();
    QString clause = reasons.contains("taint"_L1) ? u"taint"_s : QString();
    if (!clause.isEmpty())
        first = reasons.indexOf("taint"_L1);
    for (const auto &[word, name] : words) {
        const qsizetype at = reasons.indexOf(word);
        if (at >= 0 && at < first) {
            first = at;
            clause = name;
        }
    }
    return clause;
}

/// What a person would change; it lacks the tolerations that the server adds to each Pod.
const model::PodSpec *templateOf(const Scope &scope)
{
    return scope.workload && scope.workload->podSpec ? scope.workload->podSpec.get() : scope.pod->spec.get();
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
    const QString reasons = words.reason(Cause::Placement);
    const std::vector<NodeFit> fits = nodeFits(scope.cluster, *scope.pod);
    Verdict verdict = yes({message->evidence}, ruleFacts(scope.cluster, *templateOf(scope), fits));
    verdict.facts.merge(factsOf({{fact::message, message->text},
                                 {fact::reason, reasons},
                                 {fact::clause, clauseIn(reasons)},
                                 {fact::nodes, words.nodes(Cause::Placement)}}));
    if (seesNodes(scope.cluster)) {
        addUncarriedPair(verdict, scope.cluster, scope.pod->spec->nodeSelector, refTo(*scope.pod),
                         u"spec.nodeSelector"_s);
    }
    for (Evidence &line : fitEvidence(fits))
        verdict.evidence.push_back(std::move(line));
    return verdict;
}

} // namespace

Check schedulerConstraints()
{
    return {u"scheduler_constraints"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Node, Kind::Event}};
}

} // namespace faultline::checks
