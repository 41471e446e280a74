#pragma once

#include "core/model/cluster.h"

#include <optional>

namespace faultline::checks {

/// A PersistentVolume that comes close to what a claim asks for, and the first thing that keeps them apart.
struct CloseVolume {
    const model::PersistentVolume *volume = nullptr;
    QString field;    ///< of the volume: "spec.capacity.storage"
    QString value;    ///< what stands there
    QString mismatch; ///< "capacity 5Gi < 10Gi", in the API's words
};

/// True when a volume is free (or reserved for this claim) and fits. Source: pkg/volume/util/util.go
/// FindMatchingVolume, CheckVolumeModeMismatches.
bool hasFittingVolume(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim);

/// The volume that fails by the least; the one that the claim names comes first. Nothing when there is no volume.
std::optional<CloseVolume> closestVolume(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim);

} // namespace faultline::checks
