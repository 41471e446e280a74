#pragma once

#include "app/clioptions.h"
#include "core/report/report.h"

namespace faultline::app {

/// The report in the format that was asked for. `files`: what was read with -f, for the lines in it.
QString write(const report::Input &input, const DiagnoseOptions &options, const QStringList &files);

/// Addresses that stand alone on their line become links for terminals that know OSC 8; others show the bare address.
QString withLinks(const QString &text);

} // namespace faultline::app
