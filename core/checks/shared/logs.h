#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// The key of the container's current log, or of its run before.
model::LogKey currentLog(const ContainerView &container);
model::LogKey previousLog(const ContainerView &container);

/// What is known of a log, with texts that are the runtime's own words ("unable to retrieve container logs for ...",
/// "failed to try resolving symlinks ...") taken as Unavailable: the server sends them with status 200.
model::LogText::State logState(const model::LogText &log);

/// The line that most likely says why: the last one that speaks of an error, else the last that is not blank. Without
/// terminal colours, at most 240 characters.
QString tellingLine(QStringView log);

/// Yes when the log holds a line of the app, no when it is empty or the container never ran, unknown (and wanted) when
/// nobody fetched it.
Verdict judgeLog(const model::Cluster &cluster, const ContainerView &container, const model::LogKey &key);

} // namespace faultline::checks
