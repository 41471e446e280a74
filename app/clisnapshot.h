#pragma once

#include "app/opensource.h"
#include "app/outcome.h"

namespace faultline::app {

/// `faultline snapshot [-n NS | -A] [--context C] [--kubeconfig F] [-f FILE|DIR|-] -o FILE`
struct SnapshotOptions {
    Whereabouts where;
    QString output;
    bool help = false;
};

/// Errors are Kind::Usage and say which word is off.
base::Result<SnapshotOptions> parseSnapshotOptions(const QStringList &arguments);

/// Reads the source and writes the file; puts out what is in it and what could not be read. Exit codes: 0 when the file
/// is there, else 2. Runs an event loop of its own until done.
Outcome snapshotOnce(const SnapshotOptions &options);

} // namespace faultline::app
