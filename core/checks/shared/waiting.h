#pragma once

#include "core/checks/check.h"

#include <initializer_list>

namespace faultline::checks {

/// Yes when the container waits with one of these reasons (state.waiting.reason); facts: reason, message and image.
Verdict waitsFor(const Scope &scope, std::initializer_list<QLatin1StringView> reasons);

} // namespace faultline::checks
