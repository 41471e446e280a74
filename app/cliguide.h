#pragma once

#include <QtCore/QStringList>

namespace faultline::app {

struct GuideOutcome {
    int exitCode = 2;
    QString output;    ///< for standard output
    QString complaint; ///< for standard error
};

/// `faultline guide lint [FILE...]` and `faultline guide list`; `arguments` behind the word guide. Exit codes: 0 in
/// order, 1 something is wrong with a guide file, 2 the call itself is off.
GuideOutcome runGuide(const QStringList &arguments);

} // namespace faultline::app
