#pragma once

#include "core/model/cluster.h"

#include <QtCore/QSet>

namespace faultline::source {

/// Gives namespaced objects without a namespace the one that kubectl would put them into.
void putIntoDefaultNamespace(model::ClusterData &data);

/// Leaves one of the objects that were read more than once: the last.
void dropDuplicates(model::ClusterData &data);

/// The kinds of which there is an object.
QSet<model::Kind> kindsIn(const model::ClusterData &data);

/// Marks the kinds that a dump does not show, see readFiles(). `detail` names the dump.
void markUnseen(model::ClusterData &data, const QString &detail);

/// True when there are Pods of more than one namespace, or of kube-system.
bool looksLikeAllNamespaces(const model::ClusterData &data);

/// Drops the namespaced objects and logs of every other namespace.
void keepNamespace(model::ClusterData &data, const QString &nameSpace);

} // namespace faultline::source
