#pragma once

#include "core/checks/shared/configsource.h"

namespace faultline::checks {

/// What a volume needs and does not get. `source.kind` may be "PersistentVolumeClaim"; `source.name` is empty where a
/// message names a key alone.
struct MissingVolumeSource {
    MissingSource source;
    QString volume; ///< name of the volume, where it is known
};

/// Out of a FailedMount message: `configmap "N" not found` (secret, persistentvolumeclaim), `references non-existent
/// config key: K` (or secret key), with the volume out of `for volume "V"`.
/// Sources: pkg/volume/util/util.go and pkg/volume/configmap, secret, projected.
std::optional<MissingVolumeSource> missingVolumeSourceIn(const QString &message);

/// "data" out of `for volume "data"` or `unmounted volumes=[data]`.
QString volumeNameIn(const QString &message);

} // namespace faultline::checks
