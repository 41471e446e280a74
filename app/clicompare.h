#pragma once

#include "app/clioptions.h"
#include "app/outcome.h"

namespace faultline::app {

/// What `faultline compare` was told.
struct CompareOptions {
    QString before, after;            ///< what -f takes
    std::optional<QString> nameSpace; ///< absent = all
    OutputFormat format = OutputFormat::Text;
    base::Language language = base::Language::English;
    std::optional<bool> colour;
    redact::Choice masks; ///< beyond credentials
    QStringList guides;
    bool isQuiet = false;
    bool help = false;
};

/// Errors are Kind::Usage and say which word is off.
base::Result<CompareOptions> parseCompareOptions(const QStringList &arguments);

/// Reads both, walks the guide over each, and compares. Exit codes: 0 no new fault, 1 a new fault, 2 one of them
/// could not be read. Runs an event loop of its own until done.
Outcome compareOnce(const CompareOptions &options);

} // namespace faultline::app
