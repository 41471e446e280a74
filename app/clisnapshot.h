#pragma once

#include "app/opensource.h"

namespace faultline::app {

/// `faultline snapshot [-n NS | -A] [--context C] [--kubeconfig F] [-f FILE|DIR|-] -o FILE`
struct SnapshotOptions {
    Whereabouts where;
    QString output;
    bool help = false;
};

/// Errors are Kind::Usage and say which word is off.
base::Result<SnapshotOptions> parseSnapshotOptions(const QStringList &arguments);

struct SnapshotOutcome {
    int exitCode = 2;  ///< 0 when the file is there
    QString told;      ///< for standard output: what is in it and what could not be read
    QString complaint; ///< for standard error
};

/// Reads the source and writes the file. Runs an event loop of its own until done.
SnapshotOutcome snapshotOnce(const SnapshotOptions &options);

} // namespace faultline::app
