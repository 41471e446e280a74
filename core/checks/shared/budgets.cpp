#include "core/checks/shared/budgets.h"

#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

bool hasReplicas(const model::Workload &workload)
{
    return workload.kind == Kind::Deployment || workload.kind == Kind::StatefulSet ||
           workload.kind == Kind::ReplicaSet || workload.kind == Kind::ReplicationController;
}

std::vector<const model::Workload *> workloadsGuardedBy(const model::Cluster &cluster,
                                                        const model::PodDisruptionBudget &budget)
{
    std::vector<const model::Workload *> guarded;
    for (const model::Workload &workload : cluster.workloadsIn(budget.meta.nameSpace)) {
        if (!cluster.isOwned(workload) && guards(budget, workload.templateLabels))
            guarded.push_back(&workload);
    }
    return guarded;
}

/// "50%" of `all`, rounded up, or the number itself.
int amountOf(const QString &value, int all)
{
    if (!value.endsWith(u'%'))
        return value.toInt();
    const int percent = value.chopped(1).toInt();
    return (all * percent + 99) / 100;
}

int wantedOf(const model::PodDisruptionBudget &budget, int all)
{
    if (!budget.maxUnavailable.isNull())
        return std::max(0, all - amountOf(budget.maxUnavailable, all));
    return budget.minAvailable.isNull() ? std::max(0, all - 1) : amountOf(budget.minAvailable, all);
}

/// The budget's own field; minAvailable where it has none (then 1 counts, policy/v1).
QString fieldOfBudget(const model::PodDisruptionBudget &budget)
{
    return budget.maxUnavailable.isNull() ? u"minAvailable"_s : u"maxUnavailable"_s;
}

} // namespace

bool guards(const model::PodDisruptionBudget &budget, const model::Labels &labels)
{
    return !budget.selector.hasExpressions && labels.containsAll(budget.selector.matchLabels);
}

std::vector<const model::Pod *> podsGuardedBy(const model::Cluster &cluster, const model::PodDisruptionBudget &budget)
{
    std::vector<const model::Pod *> pods;
    for (const model::Pod &pod : cluster.podsIn(budget.meta.nameSpace)) {
        const bool ended = pod.phase == "Succeeded"_L1 || pod.phase == "Failed"_L1;
        if (!ended && guards(budget, pod.meta.labels))
            pods.push_back(&pod);
    }
    return pods;
}

bool guardsAnything(const model::Cluster &cluster, const model::PodDisruptionBudget &budget)
{
    return budget.expectedPods > 0 || !podsGuardedBy(cluster, budget).empty() ||
           !workloadsGuardedBy(cluster, budget).empty();
}

bool isGuarded(const model::Cluster &cluster, const QString &nameSpace, const model::Labels &labels)
{
    const auto budgets = cluster.disruptionBudgetsIn(nameSpace);
    return std::any_of(budgets.begin(), budgets.end(),
                       [&](const model::PodDisruptionBudget &budget) { return guards(budget, labels); });
}

std::optional<BudgetNumbers> budgetNumbers(const model::Cluster &cluster, const model::PodDisruptionBudget &budget)
{
    if (budget.hasStatus && budget.observedGeneration >= budget.meta.generation) {
        return BudgetNumbers{budget.expectedPods, budget.currentHealthy, budget.desiredHealthy,
                             budget.disruptionsAllowed, true};
    }
    int all = 0;
    for (const model::Workload *workload : workloadsGuardedBy(cluster, budget)) {
        if (!hasReplicas(*workload))
            return std::nullopt;
        all += workload->replicas;
    }
    if (all == 0)
        return std::nullopt;
    const int wanted = wantedOf(budget, all);
    return BudgetNumbers{all, all, wanted, std::max(0, all - wanted), false};
}

Facts budgetFacts(const model::PodDisruptionBudget &budget, const BudgetNumbers &numbers)
{
    const bool isMost = !budget.maxUnavailable.isNull();
    const QString value = isMost ? budget.maxUnavailable : budget.minAvailable;
    return factsOf({{fact::readyPods, QString::number(numbers.healthy)},
                    {fact::wantedPods, QString::number(numbers.wanted)},
                    {fact::allPods, QString::number(numbers.all)},
                    {fact::budgetField, fieldOfBudget(budget)},
                    {fact::budgetValue, value.isNull() ? u"1"_s : value},
                    {fact::suggestedValue, u"1"_s}});
}

std::vector<Evidence> budgetEvidence(const model::PodDisruptionBudget &budget, const BudgetNumbers &numbers)
{
    const QString field = fieldOfBudget(budget);
    const QString &value = field == "maxUnavailable"_L1 ? budget.maxUnavailable : budget.minAvailable;
    std::vector<Evidence> evidence{fieldOf(budget.ref(), u"spec."_s + field, value)};
    if (numbers.told) {
        evidence.push_back(fieldOf(budget.ref(), u"status.disruptionsAllowed"_s, QString::number(numbers.allowed)));
        evidence.push_back(fieldOf(budget.ref(), u"status.currentHealthy"_s, QString::number(numbers.healthy)));
        evidence.push_back(fieldOf(budget.ref(), u"status.expectedPods"_s, QString::number(numbers.all)));
    }
    return evidence;
}

} // namespace faultline::checks
