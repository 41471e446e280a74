#pragma once

#include "core/guide/guide.h"

namespace faultline::guide {

/// Every kind of object that the guide's checks and the walk itself read: what a Role must allow for a whole answer.
std::vector<model::Kind> neededKinds(const Guide &guide);

/// What one question needs to be allowed, as RBAC has it.
struct Right {
    QString verb;               ///< "list" or "get"
    QString resource;           ///< "pods", "pods/log"
    QString group;              ///< "" (core), "apps"
    bool isClusterWide = false; ///< of a cluster-scoped kind: a ClusterRole alone can give it

    /// "list deployments.apps", "list nodes (cluster-wide)".
    QString toString() const;
    bool operator<(const Right &other) const;
};

/// The rights without which a node's check answers unknown, sorted; none for nodes that ask nothing.
std::vector<Right> rightsOf(const Node &node);

} // namespace faultline::guide
