#pragma once

#include "core/source/recorder.h"
#include "core/source/source.h"

namespace faultline::source {

/// Writes what was read into one file that `-f` opens again with the same diagnosis: a gzipped tar that holds
///     faultline-snapshot/snapshot.json                                              see SnapshotFacts
///     faultline-snapshot/objects/RESOURCE.json                                      a List per kind that was read
///     faultline-snapshot/namespaces/NS/pods/POD/CONTAINER/CONTAINER/logs/current.log (previous.log)
/// Everything in it is shareable (redact/object.h), logs are masked and cut to their last megabyte. The file is written
/// beside its place and moved there whole, readable for its owner alone. Errors: File.
base::Result<void> writeSnapshot(const QString &path, const Snapshot &snapshot, const Recorder &recorder);

} // namespace faultline::source
