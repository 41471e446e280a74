#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

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
    const model::Condition *allowed = model::findCondition(budget->conditions, u"DisruptionAllowed");
    if (!allowed) // servers up to 1.21 have none
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{conditionOf(scope.subject, *allowed)};
    if (allowed->reason != "SyncFailed"_L1)
        return yes(std::move(evidence));
    return no(std::move(evidence), factsOf({{fact::message, allowed->message}, {fact::reason, allowed->reason}}));
}

} // namespace

Check pdbSynced() { return {u"pdb_synced"_s, {Kind::PodDisruptionBudget}, ask}; }

} // namespace faultline::checks
