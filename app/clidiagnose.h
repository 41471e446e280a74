#pragma once

#include "app/clioptions.h"
#include "app/outcome.h"

namespace faultline::app {

/// Opens the source, walks the guide for what was asked, writes the report. Runs an event loop of its own until done.
Outcome diagnoseOnce(const DiagnoseOptions &options);

} // namespace faultline::app
