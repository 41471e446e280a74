#pragma once

#include <QtCore/QStringList>

namespace faultline::app {

/// True when the first argument is a word of the command line (diagnose, guide, version, help): no window is wanted.
bool isCommandLine(const QStringList &arguments);

/// Runs the command line. `arguments` without the program's name. Exit codes: 0 fine or waiting, 1 a fault or an open
/// question, 2 nothing could be judged or the call failed (the reason is on standard error).
int runCommandLine(const QStringList &arguments);

} // namespace faultline::app
