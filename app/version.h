#pragma once

#include <QtCore/QString>

namespace faultline::app {

/// The commit that the program was made of, "-dirty" behind it where files were changed since; empty where it is not
/// known. Defined in a source made at each build (packaging/cmake/version.cmake).
const char *commit();

/// "faultline 0.1.0 (commit abc1234, Qt 6.4.2)": what a report of a mistake in Faultline should name. Qt is the one
/// that runs, not the one it was compiled with.
QString versionLine();

} // namespace faultline::app
