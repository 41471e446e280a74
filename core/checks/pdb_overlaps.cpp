#include "core/checks/reasons.h"
#include "core/checks/shared/budgets.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nearmiss.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    const model::PodDisruptionBudget *budget =
        scope.cluster.disruptionBudget(scope.subject.nameSpace, scope.subject.name);
    if (!budget)
        return unknown(reason::noObject);
    if (budget->selector.hasExpressions)
        return unknown(reason::ambiguous);
    for (const model::Pod *pod : podsGuardedBy(scope.cluster, *budget)) {
        for (const model::PodDisruptionBudget &other : scope.cluster.disruptionBudgetsIn(scope.subject.nameSpace)) {
            if (other.meta.name != budget->meta.name && guards(other, pod->meta.labels)) {
                return yes({fieldOf(other.ref(), u"spec.selector"_s, labelsText(other.selector.matchLabels)),
                            fieldOf(refTo(*pod), u"metadata.labels"_s, labelsText(pod->meta.labels))},
                           factsOf({{fact::other, other.meta.name}, {fact::blockingPod, pod->meta.name}}));
            }
        }
    }
    return no({fieldOf(scope.subject, u"spec.selector"_s, labelsText(budget->selector.matchLabels))});
}

} // namespace

Check pdbOverlaps() { return {u"pdb_overlaps"_s, {Kind::PodDisruptionBudget, Kind::Pod}, ask}; }

} // namespace faultline::checks
