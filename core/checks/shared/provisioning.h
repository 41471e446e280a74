#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// True when a claim names a StorageClass that does not exist. A class that does not exist may still be a label that
/// binds volumes made by hand (pkg/controller/volume/persistentvolume): with a free volume of it, none is missing.
bool isClassMissing(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim);

/// `{missingKind}`, `{missingName}`, `{storageClass}` and `{similar}` of a class that does not exist.
Facts missingClassFacts(const model::Cluster &cluster, const QString &wanted);

/// The provisioner's or the binder's newest complaint about a claim that no success has followed, or nullptr.
const model::Event *provisioningComplaint(const model::Cluster &cluster, const model::ObjectRef &claim);

} // namespace faultline::checks
