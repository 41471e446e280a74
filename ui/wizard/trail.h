#pragma once

#include "core/investigation/investigation.h"

namespace faultline::ui::wizard {

using Focus = investigation::Investigation::Focus;

/// The steps that Back and Next go along: of each layer the lit walk (of the focused layer the focused walk),
/// bottom-up. A leaf has no stop of its own: it is shown together with the question before it.
std::vector<Focus> trailOf(const guide::Diagnosis &diagnosis, const Focus &focus);

/// Where on the trail the focus is, or -1. A focus on a leaf is at the last step of its walk.
int positionOn(const std::vector<Focus> &trail, const Focus &focus);

/// Where the walk that matters most ended; walk -1 when there is none.
Focus resultOf(const guide::Diagnosis &diagnosis);

} // namespace faultline::ui::wizard
