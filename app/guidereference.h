#pragma once

#include "core/guide/guide.h"

namespace faultline::app {

/// Every question, check and leaf of a guide as one Markdown page: docs/checks.md is what it prints of the built-in
/// one. Sentences stand as they are when everything is known, with the {gaps} that a cluster fills.
QString guideReference(const guide::Guide &guide, base::Language language);

} // namespace faultline::app
