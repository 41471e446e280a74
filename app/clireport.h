#pragma once

#include "app/clioptions.h"
#include "core/report/report.h"

namespace faultline::app {

/// The report in the format that was asked for, in UTF-8, to `print`, maybe in pieces. `files`: what was read with -f,
/// for the lines in it.
void write(const report::Input &input, const DiagnoseOptions &options, const QStringList &files,
           const std::function<void(const QByteArray &)> &print);

/// Addresses that stand alone on their line become links for terminals that know OSC 8; others show the bare address.
QString withLinks(const QString &text);

} // namespace faultline::app
