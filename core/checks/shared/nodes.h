#pragma once

#include "core/checks/check.h"

#include <optional>

namespace faultline::checks {

/// False when nodes are unseen, and also when not one was read: a Pod that has a node cannot be in a cluster without
/// any, so such an input just leaves them out.
bool seesNodes(const model::Cluster &cluster);

/// Why nodes are not to be seen, as an unknown verdict.
Verdict unknownForNodes(const model::Cluster &cluster);

/// How many of the Pods that were read and have not ended are on that node. Empty when Pods are unseen, or when there
/// is none and not every namespace was read.
QString countOnNode(const model::Cluster &cluster, const QString &node);

/// What says that a Pod's node is gone or not Ready; nothing when the node is fine. Asks seesNodes() of the caller.
std::optional<Evidence> nodeTrouble(const model::Cluster &cluster, const model::Pod &pod);

/// The first pair of a nodeSelector that no node carries; nothing when each is carried by some node.
std::optional<std::pair<QString, QString>> uncarriedPair(const model::Cluster &cluster,
                                                         const model::Labels &nodeSelector);

/// A label of any node that the wanted pair was probably meant to be: same key and a value that looks alike, or the
/// same value under a key that does. Empty when there is none.
QString similarNodeLabel(const model::Cluster &cluster, const QString &key, const QString &value);

/// Adds an uncarried pair of the nodeSelector to a verdict: where it stands (`field` of `object`, without the key), the
/// pair, and the label that it may have been meant to be.
void addUncarriedPair(Verdict &verdict, const model::Cluster &cluster, const model::Labels &nodeSelector,
                      const model::ObjectRef &object, const QString &field);

} // namespace faultline::checks
