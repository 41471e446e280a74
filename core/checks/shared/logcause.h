#pragma once

#include "core/model/cluster.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace faultline::checks {

/// The line of a log that most likely tells why its container ended.
struct LogCause {
    qsizetype line = 0; ///< from 0
    QString rule;       ///< which of the rules took it: "panic", "traceback"

    bool operator==(const LogCause &) const = default;
};

/// The last line that one of the rules takes for a cause; of a stack trace the line that names the exception. Only a
/// guess, and none at all for a run that ended with code 0.
std::optional<LogCause> likelyCause(const QStringList &lines, int exitCode);

/// The exit code of the run that a log is of; 0 while it runs, and where nothing is known.
int exitCodeOf(const model::Cluster &cluster, const model::LogKey &key);

} // namespace faultline::checks
