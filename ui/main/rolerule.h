#pragma once

#include "core/model/kind.h"

#include <vector>

namespace faultline::ui {

/// The Role (one namespace) or ClusterRole (empty namespace) that lets Faultline look at these kinds, as YAML to apply.
/// Cluster-scoped kinds and Secrets are left out of a Role: without them some checks stay unanswered, no more.
QString roleRule(const std::vector<model::Kind> &kinds, const QString &nameSpace);

} // namespace faultline::ui
