#pragma once

#include <QtCore/QStringList>

namespace faultline::app {

/// True when no window is wanted: the first argument is a command or no option at all (a slip of the pen, then), or
/// asks for help or the version.
bool isCommandLine(const QStringList &arguments);

/// The arguments as the program takes them. As kubectl's plugin (`program`: argv[0]) it opens no window by itself:
/// without arguments it helps, and what does not begin with a command is for diagnose.
QStringList argumentsFor(const QString &program, const QStringList &arguments);

/// Runs the command line. `arguments` without the program's name. Exit codes: 0 fine or waiting, 1 a fault or an open
/// question, 2 nothing could be judged or the call failed (the reason is on standard error), 3 and 130: see --wait.
int runCommandLine(const QStringList &arguments);

} // namespace faultline::app
