#pragma once

#include "app/clioptions.h"

namespace faultline::app {

struct DiagnoseOutcome {
    int exitCode = 2;
    QString output;    ///< for standard output
    QString complaint; ///< for standard error
};

/// Opens the source, walks the guide for what was asked, writes the report. Runs an event loop of its own until done.
DiagnoseOutcome diagnoseOnce(const DiagnoseOptions &options);

} // namespace faultline::app
