#pragma once

#include "app/clioptions.h"

namespace faultline::app {

/// What `faultline compare` was told.
struct CompareOptions {
    QString before, after;            ///< what -f takes
    std::optional<QString> nameSpace; ///< absent = all
    OutputFormat format = OutputFormat::Text;
    base::Language language = base::Language::English;
    std::optional<bool> colour;
    QStringList guides;
    bool isQuiet = false;
    bool help = false;
};

/// Errors are Kind::Usage and say which word is off.
base::Result<CompareOptions> parseCompareOptions(const QStringList &arguments);

struct CompareOutcome {
    int exitCode = 2;  ///< 0 no new fault, 1 a new fault, 2 one of them could not be read
    QString output;    ///< for standard output
    QString complaint; ///< for standard error
};

/// Reads both, walks the guide over each, and compares. Runs an event loop of its own until done.
CompareOutcome compareOnce(const CompareOptions &options);

} // namespace faultline::app
