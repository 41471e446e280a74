#pragma once

#include "ui/wizard/cardtext.h"

namespace faultline::ui::wizard {

/// What a check has seen, by object, in the order in which it was named; harmless to show.
std::vector<ProofGroup> proofOf(const checks::Verdict &verdict, const CardInput &input);

} // namespace faultline::ui::wizard
