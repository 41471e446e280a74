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
    // As many must be healthy as there are: even with all of them so, none may go.
    if (numbers->all > 0 && numbers->wanted >= numbers->all)
        return yes(std::move(evidence), budgetFacts(*budget, *numbers));
    return no(std::move(evidence), budgetFacts(*budget, *numbers));
}

} // namespace

Check pdbBlocksAlways()
{
    return {u"pdb_blocks_always"_s,
            {Kind::PodDisruptionBudget},
            ask,
            Answerer::Cluster,
            {Kind::Pod, Kind::Deployment, Kind::StatefulSet, Kind::ReplicaSet}};
}

} // namespace faultline::checks
