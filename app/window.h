#pragma once

#include <QtCore/QStringList>

class QApplication;

namespace faultline::app {

/// Opens the window as the arguments say and runs until it is closed. Returns the exit code: 2 for a wrong call.
int runWindow(QApplication &application);

} // namespace faultline::app
