#pragma once

#include "core/checks/check.h"

#include <optional>
#include <vector>

namespace faultline::checks {

/// True when the budget's selector takes Pods with these labels. An empty selector takes every Pod of the namespace
/// (policy/v1); one with expressions is not judged.
bool guards(const model::PodDisruptionBudget &budget, const model::Labels &labels);

/// The Pods that it guards and that have not ended, in name order.
std::vector<const model::Pod *> podsGuardedBy(const model::Cluster &cluster, const model::PodDisruptionBudget &budget);

/// True when it guards a Pod, or the template of a workload that has none at the moment.
bool guardsAnything(const model::Cluster &cluster, const model::PodDisruptionBudget &budget);

/// True when any budget of that namespace guards Pods with these labels.
bool isGuarded(const model::Cluster &cluster, const QString &nameSpace, const model::Labels &labels);

/// How many Pods a budget counts, how many of them are healthy, how many must stay so, how many may go now.
struct BudgetNumbers {
    int all = 0;
    int healthy = 0;
    int wanted = 0;
    int allowed = 0;
    bool told = true; ///< by status; false: worked out of the spec and the workloads' replicas
};

/// Of the status where there is one (and it is of the newest spec); else of the spec, with every Pod supposed to be
/// healthy. Nothing for a plain manifest without a workload that it guards.
/// Source: pkg/controller/disruption getExpectedPodCount (percentages are rounded up).
std::optional<BudgetNumbers> budgetNumbers(const model::Cluster &cluster, const model::PodDisruptionBudget &budget);

/// `{readyPods}`, `{wantedPods}`, `{allPods}`, `{budgetField}`, `{budgetValue}` and, for a patch, `{suggestedValue}`.
Facts budgetFacts(const model::PodDisruptionBudget &budget, const BudgetNumbers &numbers);
std::vector<Evidence> budgetEvidence(const model::PodDisruptionBudget &budget, const BudgetNumbers &numbers);

} // namespace faultline::checks
