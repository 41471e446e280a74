#pragma once

#include "core/model/cluster.h"

#include <vector>

namespace faultline::guide {

/// The Role (one namespace) or ClusterRole (empty namespace) that lets Faultline look at these kinds, as YAML to apply.
/// Cluster-scoped kinds and Secrets are left out of a Role: without them some checks stay unanswered, no more.
QString roleRule(const std::vector<model::Kind> &kinds, const QString &nameSpace);

/// One rule of a Role, on one line: `{apiGroups: ["apps"], resources: [deployments], verbs: [get, list, watch]}`.
/// `reason` is why a check was not answered ("forbidden:deployments", "trialNotAllowed:pods/portforward"); empty for
/// any other reason and for Secrets, of which the right to list shows the values as well.
QString ruleFor(const QString &reason);

/// What allows every list that was denied: a Role for the namespace and a ClusterRole for what lies in none, as YAML
/// documents to apply. Empty when nothing was denied.
QString missingRights(const model::Cluster &cluster, const QString &nameSpace);

} // namespace faultline::guide
