#pragma once

#include "core/base/timestamp.h"

namespace faultline::ui::evidence {

/// "2 min ago" from `now` on, in the language of the window; empty for an unknown moment.
QString agoWords(base::Timestamp then, base::Timestamp now);

/// "5 min": a length of time.
QString lengthWords(qint64 seconds);

/// "2026-11-23 11:17:05 UTC".
QString momentWords(base::Timestamp moment);

} // namespace faultline::ui::evidence
