#pragma once

#include "ui/common/theme.h"

namespace faultline::ui {

/// The one style sheet of the program, for QApplication::setStyleSheet(). Widgets choose their looks by dynamic
/// properties, never by own colours:
///   role  = panel | heading | dim | title | code | link | primary | quiet | banner | chip | bar
///   state = fine | fault | suspected | unknown | path   (banner, chip)
QString styleSheet(const Theme &theme);

/// The sheet with every font size in it grown to the text scale.
QString withTextScale(const QString &sheet);

/// The value of the `state` property for a state.
QString stateProperty(State state);

} // namespace faultline::ui
