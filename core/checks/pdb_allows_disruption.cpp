#include "core/checks/reasons.h"
#include "core/checks/shared/budgets.h"
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
    const auto numbers = budgetNumbers(scope.cluster, *budget);
    if (!numbers)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence = budgetEvidence(*budget, *numbers);
    // A budget over no Pod refuses nothing.
    if (numbers->allowed > 0 || numbers->all == 0)
        return yes(std::move(evidence), budgetFacts(*budget, *numbers));
    return no(std::move(evidence), budgetFacts(*budget, *numbers));
}

} // namespace

Check pdbAllowsDisruption()
{
    return {u"pdb_allows_disruption"_s,
            {Kind::PodDisruptionBudget},
            ask,
            Answerer::Cluster,
            {Kind::Pod, Kind::Deployment, Kind::StatefulSet, Kind::ReplicaSet}};
}

} // namespace faultline::checks
