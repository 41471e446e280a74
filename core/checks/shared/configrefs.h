#pragma once

#include "core/checks/check.h"

#include <optional>

namespace faultline::checks {

/// A ConfigMap, Secret or claim (or a key of one) that a message says is missing.
struct MissingSource {
    model::Kind kind = model::Kind::Unknown; ///< Unknown when only a key was named
    QString name;                            ///< empty when only a key was named
    QString key;                             ///< empty when the object itself is missing
    QString volume;                          ///< name of the volume, where the message has it

    bool operator==(const MissingSource &) const = default;
};

/// Reads `configmap "N" not found`, `secret "N" not found`, `persistentvolumeclaim "N" not found`,
/// `couldn't find key K in ConfigMap NS/N` (or Secret), `references non-existent config key: K` (or secret key), with
/// the volume out of `for volume "V"`. Sources: pkg/volume/configmap, pkg/volume/secret, pkg/volume/projected,
/// pkg/kubelet/kubelet_pods.go.
std::optional<MissingSource> parseMissingSource(const QString &message);

/// A name of the same kind in the same namespace that is almost `ref`'s; empty when there is none or it cannot be seen.
QString similarName(const model::Cluster &cluster, const model::ObjectRef &ref);

/// Another namespace that holds an object of that kind and name; empty when there is none or it cannot be seen.
QString namespaceWith(const model::Cluster &cluster, const model::ObjectRef &ref);

/// `{missingKind}` `{missingName}` `{missingKey}` `{volume}` `{similar}` `{elsewhere}` as far as they are known.
Facts missingFacts(const model::Cluster &cluster, const QString &nameSpace, const MissingSource &missing);

} // namespace faultline::checks
