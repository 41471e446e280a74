#pragma once

#include "core/guide/wording.h"

namespace faultline::guide {

/// Adds to a text that has a patch how to apply it: a first command for what kubectl can patch or apply, a last step
/// for it, or what to do instead with a Pod or a Job, whose template cannot be changed. `source` is the patch before it
/// was filled. A patch with signs is for reading, and gets neither.
void addApplying(FindingText &text, const QString &source, const checks::Facts &facts, base::Language language,
                 const CommandContext &context);

} // namespace faultline::guide
