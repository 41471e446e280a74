#pragma once

#include "core/base/language.h"
#include "core/base/result.h"

namespace faultline::base {

/// What a person can do about an error of that kind: one or two sentences to stand behind Error::detail.
LocalizedText remedy(Error::Kind kind);

} // namespace faultline::base
