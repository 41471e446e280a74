#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// A ConfigMap, Secret or key that an environment variable needs and the namespace does not have.
struct MissingSource {
    QString kind; ///< "ConfigMap", "Secret"; "file" for an environment file
    QString name;
    QString key; ///< empty when the object as a whole is missing
};

/// Out of the kubelet's words (pkg/kubelet/kubelet_pods.go makeEnvironmentVariables); nothing when they say
/// something else.
std::optional<MissingSource> missingSourceIn(const QString &message);

/// The part of a reference that is not there: the object, or one of its keys; nothing when its kind is unseen.
std::optional<MissingSource> missingSourceOf(const model::Cluster &cluster, const QString &nameSpace,
                                             const model::ConfigReference &reference);

/// The first reference of the container that cannot be met by what was read; nothing when all can, as far as one sees.
std::optional<MissingSource> missingSourceOf(const model::Cluster &cluster, const ContainerView &container);

/// missingKind, missingName, missingKey, and what helps: an almost equal name or key, a namespace that has the object.
Facts missingFacts(const model::Cluster &cluster, const QString &nameSpace, const MissingSource &missing);

/// Where the Pod spec names that source: "spec.containers[0].envFrom[0]"; empty when it is not found there.
QString referencePath(const ContainerView &container, const MissingSource &missing);

} // namespace faultline::checks
