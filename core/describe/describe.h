#pragma once

#include "core/model/cluster.h"

namespace faultline::describe {

/// An object as `kubectl describe` shows it (kubectl/pkg/describe, 1.30): its order and field names, in English as
/// there. Kinds without a form of their own get the general one, as in kubectl. What surrounds the object (events,
/// endpoints, Pods) is taken from the cluster; ages count up to the cluster's now. Values of environment variables
/// whose names tell of a credential are left out; the rest is the business of who shows it (redact::masked).
QString describe(const model::Cluster &cluster, const model::ObjectRef &ref, const QJsonObject &object);

/// True for an environment variable whose value nobody should read over a shoulder: DB_PASSWORD, API_TOKEN.
bool isCredentialName(const QString &name);

} // namespace faultline::describe
