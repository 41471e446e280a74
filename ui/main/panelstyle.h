#pragma once

#include "ui/common/theme.h"

namespace faultline::ui {

/// What the window's panels add to the one style sheet: further roles (strong, question, headline, footer, side, pill,
/// choices) in the theme's colours.
QString panelStyleSheet(const Theme &theme);

} // namespace faultline::ui
