#pragma once

#include "core/report/sarif.h"

namespace faultline::app {

/// Where the fields that a SARIF log names stand in the files that were read. Paths are relative to the working
/// directory where they lie in it (as code scanning wants them), else names without their folder. Reads the files
/// again.
report::Places manifestPlaces(const report::Input &input, const QStringList &paths);

} // namespace faultline::app
