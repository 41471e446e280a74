#pragma once

#include "core/checks/facts.h"

namespace faultline::guide {

/// `text` without the optional parts that do not hold (see fill() in wording.h); gaps stay.
QString keepParts(const QString &text, const checks::Facts &facts);

/// True when no gap of `text` is without a value.
bool hasAllValues(const QString &text, const checks::Facts &facts);

} // namespace faultline::guide
