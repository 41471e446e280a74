#pragma once

#include "ui/wizard/cardtext.h"

namespace faultline::ui::wizard {

/// Lays the facts of a verdict side by side where they are two values that must be equal: selector and Pod labels,
/// targetPort and the ports that the containers declare, the port of a backend and those of its Service, a name and
/// the existing one that is almost it. Empty rows when the facts hold no such pair.
Comparison comparisonOf(const checks::Facts &facts);

} // namespace faultline::ui::wizard
