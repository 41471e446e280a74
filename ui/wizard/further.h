#pragma once

#include "ui/wizard/cardtext.h"

namespace faultline::ui::wizard {

/// What to try when the mend of a finding does not help, the most promising first: the other findings, the questions
/// that nobody could answer on the way, the way that the guide would take were the cluster wrong, another pair of eyes.
/// Never empty.
std::vector<Further> furtherOf(const CardInput &input, const guide::Finding &finding, const std::vector<Lead> &leads);

} // namespace faultline::ui::wizard
