#pragma once

#include "core/report/report.h"
#include "core/source/source.h"

namespace faultline::app {

/// Whether a report names the server's address and the user.
enum class ServerDetails { LeaveOut, Include };

/// What a report may say about where its data came from.
report::Context reportContext(const source::Origin &origin, const model::Cluster &cluster, ServerDetails details);

} // namespace faultline::app
