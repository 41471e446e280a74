#pragma once

#include "core/checks/check.h"

#include <optional>

namespace faultline::checks {

/// One reason of the scheduler and the nodes it rules out.
struct SchedulerClause {
    enum class Cause {
        Resource, ///< "Insufficient cpu", "Too many pods"
        Claim,    ///< a PersistentVolumeClaim is missing or not bound, or no volume fits it
        NoNodes,  ///< the cluster has no node at all
        Device,   ///< a ResourceClaim is missing or its devices cannot be had (dynamicresources plugin)
        Gate,     ///< "waiting for scheduling gates"
        Placement ///< every other rule: taints, labels, ports, spread, the zone of a volume, plugins
    };
    Cause cause = Cause::Placement;
    int nodes = 0; ///< how many nodes; 0 where the text gives no number (a PreFilter message: then it is all of them)
    QString text;  ///< "Insufficient cpu", "node(s) had untolerated taint(s)"

    bool operator==(const SchedulerClause &) const = default;
};

struct SchedulerWords {
    int allNodes = 0; ///< N of "0/N nodes are available"; 0 when the message has another form
    std::vector<SchedulerClause> clauses;

    bool names(SchedulerClause::Cause cause) const;
    /// "1 Insufficient cpu, 1 Insufficient memory": the clauses of that cause, as the scheduler wrote them.
    QString reason(SchedulerClause::Cause cause) const;
    /// "1 of 3" for the clause of that cause with the most nodes; empty when the message has no numbers.
    QString nodes(SchedulerClause::Cause cause) const;
};

/// Reads the message of condition PodScheduled or of an event FailedScheduling, of servers 1.20 to 1.36; the part about
/// preemption says nothing about the cause and is left out. Source: pkg/scheduler/framework/types.go FitError.
SchedulerWords parseScheduler(const QString &message);

struct SchedulerMessage {
    QString text;
    Evidence evidence;
};

/// What the scheduler last said about a Pod that has no node: the condition (never cut), else the newest event.
std::optional<SchedulerMessage> schedulerMessage(const model::Cluster &cluster, const model::Pod &pod);

} // namespace faultline::checks
