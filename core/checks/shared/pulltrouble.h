#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// What the words of a failed pull mean. Each text has exactly one meaning.
enum class PullCause {
    None,              ///< the container waits for no image
    Silent,            ///< it does, but the cluster does not say why
    NodeSide,          ///< disk full, signature policy, the runtime cannot look at its own store
    Unreachable,       ///< no way to the registry, or it limits or fails
    AccessDenied,      ///< the registry wants a login; it may hide that the image does not exist
    NoPlatform,        ///< the image exists, but not for this CPU or system
    RepositoryUnknown, ///< the registry does not know the name
    TagUnknown,        ///< the registry has no such tag or digest (many say so of an unknown name, too)
    Other              ///< words that fit none of these
};

struct PullTrouble {
    PullCause cause = PullCause::None;
    QString message; ///< the words, whole
    std::vector<Evidence> evidence;
};

/// True for the waiting reasons of a missing image (pkg/kubelet/images/types.go and the CRI's error codes).
bool isImageReason(QStringView reason);

/// Reads state.waiting.message (with the cause since 1.32), else the newest event "Failed to pull image ...".
PullTrouble pullTroubleOf(const model::Cluster &cluster, const ContainerView &container);

/// The meaning of a runtime's error text about pulling `image`. The name of the image and URLs are taken out first: a
/// registry on port 5000 is no HTTP status, an image "denied" no refusal.
PullCause pullCauseOf(const QString &message, const QString &image);

/// The answer where the cluster is silent: unknown, by unseen events or because there is no message.
Verdict unknownPull(const model::Cluster &cluster, const PullTrouble &trouble);

/// The image that could not be pulled: the container's, or that of a volume of type image.
QString pulledImage(const ContainerView &container, const PullTrouble &trouble);

/// imageFacts() of the container with reason, message and, of a registry out of reach and of the node, pullCause.
Facts pullFacts(const ContainerView &container, const PullTrouble &trouble);

/// What a check makes of the trouble of one container's image.
using PullJudge = Verdict (*)(const Scope &scope, const ContainerView &container, const PullTrouble &trouble);

/// Asks `judge` about the container in question: the pattern of the checks about images.
Verdict judgePull(const Scope &scope, PullJudge judge);

/// The same, unknown where the cluster does not say why the image is missing.
Verdict judgeToldPull(const Scope &scope, PullJudge judge);

/// For a container that waits for no image: yes when the node has pulled it (only then there is an imageID), else
/// unknown.
Verdict isPulled(const ContainerView &container, const PullTrouble &trouble);

/// Yes for this cause, no for every other that is known. The pattern of the checks that look for one cause.
Verdict isPullCause(const Scope &scope, PullCause cause);

} // namespace faultline::checks
