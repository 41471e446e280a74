#pragma once

#include <QtCore/QString>

namespace faultline::app {

/// What a command of the command line ended with.
struct Outcome {
    int exitCode = 2;
    QString output;    ///< for standard output
    QString complaint; ///< for standard error
};

} // namespace faultline::app
