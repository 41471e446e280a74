#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// One reason why a node does not take a Pod, and the field that says so.
struct Misfit {
    QString clause; ///< "resource", "taint", "labels", "cordon", "ports" (fact clause)
    Evidence evidence;
    QString resource; ///< of clause resource
    base::Quantity asked;
    base::Quantity missing; ///< how much too little is free there
    base::Quantity free;    ///< what is free there
    QString pair;           ///< of clause labels: the pair that the node lacks
    const model::Taint *taint = nullptr;
};

struct NodeFit {
    const model::Node *node = nullptr;
    std::vector<Misfit> misfits;
};

/// Each node with what keeps the Pod off it, as far as the API shows it, the node that lacks least first: cordons,
/// taints, nodeSelector, host ports, and requests against what is free. Affinity, spread and volumes are not looked at.
/// What is free is known only when the Pods of every namespace were read; else what is allocatable counts.
/// Source: pkg/scheduler/framework/plugins (noderesources, tainttoleration, nodeaffinity, nodeports,
/// nodeunschedulable).
std::vector<NodeFit> nodeFits(const model::Cluster &cluster, const model::Pod &pod);

/// One line per node and reason, the first nodes only: a person reads a table, not a cluster.
std::vector<Evidence> fitEvidence(const std::vector<NodeFit> &fits);

/// The smallest change of requests that would let the Pod onto a node that lacks nothing but room of one resource:
/// bestNode, resource, requested, free, shortBy, requestContainer, suggestedRequest. Empty when there is no such node.
Facts roomFacts(const model::Pod &pod, const std::vector<NodeFit> &fits);

/// A rounded-down request of the container that asks most of `resource`, so that `missing` is saved: requestContainer
/// and suggestedRequest. Without suggestedRequest when nothing would be left.
Facts requestFacts(const model::PodSpec &spec, const QString &resource, base::Quantity missing);

/// The smallest change of a node or a rule: bestNode and clause of a node with a single misfit, with taint,
/// tolerationYaml and tolerationsYaml (those of `spec` and the new one), or selectorPair and labelPair. A label that
/// another node carries is no misspelt one: where each such node fails another rule, that rule is the one to change.
Facts ruleFacts(const model::Cluster &cluster, const model::PodSpec &spec, const std::vector<NodeFit> &fits);

} // namespace faultline::checks
