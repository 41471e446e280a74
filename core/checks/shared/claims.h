#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// A PersistentVolumeClaim that a volume of a Pod uses.
struct ClaimUse {
    model::ObjectRef ref;                                ///< the claim, whether or not it exists
    QString volume;                                      ///< name of the volume
    QString field;                                       ///< where the Pod names it
    const model::PersistentVolumeClaim *claim = nullptr; ///< nullptr when no such claim was read
};

/// The claims of a Pod in the order of its volumes. A generic ephemeral volume's claim is named POD-VOLUME.
std::vector<ClaimUse> claimsOf(const model::Cluster &cluster, const model::Pod &pod);

/// The Pods that mount a claim and have not ended, in name order.
std::vector<const model::Pod *> podsMounting(const model::Cluster &cluster, const model::ObjectRef &claim);

/// The first claim that is not there (or is being deleted), else the first that is not Bound; nullptr when all are.
const ClaimUse *firstOpenClaim(const std::vector<ClaimUse> &uses);

/// True when the claim does not exist or is on its way out.
bool isMissing(const ClaimUse &use);

/// The class a claim asks for: the named one, or the default; nullptr when there is no such class, or it is "".
const model::StorageClass *classOf(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim);

/// Name of that class as the claim gives it; the default's name when it names none.
QString className(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim);

/// `{claim}`, `{missingKind}` and `{missingName}` of a claim that is not there, with `{similar}` (a claim of the
/// namespace that is almost called so) and `{elsewhere}` (a namespace that has one of that name).
Facts missingClaimFacts(const model::Cluster &cluster, const model::ObjectRef &ref);

/// `{claim}`, `{volume}`, `{storageClass}`, and of a claim that is there `{size}` and `{accessMode}`.
Facts claimFacts(const model::Cluster &cluster, const ClaimUse &use);

} // namespace faultline::checks
