#pragma once

#include "core/base/language.h"

#include <vector>

namespace faultline::ui {

/// A key of every diagram, for the sheet of shortcuts.
struct DiagramKey {
    QString keys; ///< "Ctrl++", several divided by " / "
    base::LocalizedText what;
};

/// What the keyboard does in a diagram, in the order of the sheet.
const std::vector<DiagramKey> &diagramKeys();

} // namespace faultline::ui
