#pragma once

#include "core/checks/shared/containers.h"
#include "core/checks/shared/images.h"

namespace faultline::checks {

/// Where another image is in use, or was: a running container of another Pod, or an earlier ReplicaSet.
struct ImageUse {
    ImageReference reference;
    QString image; ///< as written there
    Evidence evidence;
};

/// The images that speak for what may have been meant: earlier ReplicaSets of the same workload first, then running
/// containers of the Pod's namespace, then of others. Each image once.
std::vector<ImageUse> imagesInUse(const model::Cluster &cluster, const ContainerView &container);

/// The first with the same repository, the first with the very same reference, the first whose repository is almost
/// the same without being it; nullptr when there is none.
const ImageUse *sameRepository(const std::vector<ImageUse> &uses, const ImageReference &reference);
const ImageUse *sameReference(const std::vector<ImageUse> &uses, const ImageReference &reference);
const ImageUse *almostRepository(const std::vector<ImageUse> &uses, const ImageReference &reference);

/// The verdict with that use as evidence and as the fact `similar`; as it is where there is none.
Verdict withUse(Verdict verdict, const ImageUse *use);

} // namespace faultline::checks
