#pragma once

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

} // namespace faultline::checks
