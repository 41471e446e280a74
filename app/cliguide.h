#pragma once

#include "app/outcome.h"

#include <QtCore/QStringList>

namespace faultline::app {

/// `faultline guide lint [FILE...]`, `guide list` and `guide reference`; `arguments` behind the word guide. Exit codes:
/// 0 in order, 1 something is wrong with a guide file, 2 the call itself is off.
Outcome runGuide(const QStringList &arguments);

} // namespace faultline::app
