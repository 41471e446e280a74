#pragma once

#include "core/checks/check.h"

#include <initializer_list>

namespace faultline::checks {

/// The newest event about that object with one of these reasons, or nullptr. Of two of one moment the later in the
/// list of events wins.
const model::Event *latestEvent(const model::Cluster &cluster, const model::ObjectRef &object,
                                std::initializer_list<QLatin1StringView> reasons);

/// The message without the recorder's "(combined from similar events): " (client-go tools/record/events_cache.go).
QString plainMessage(const model::Event &event);

/// True when `event` is not older than `moment`; an unknown moment is older than everything.
bool isSince(const model::Event &event, base::Timestamp moment);

} // namespace faultline::checks
