#pragma once

#include "app/loadguide.h"

class QApplication;

namespace faultline::app {

/// Opens the window as the arguments say and runs until it is closed. Returns the exit code: 2 for a wrong call.
int runWindow(QApplication &application, GuideAhead &builtIn);

} // namespace faultline::app
