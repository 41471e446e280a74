#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// What a probe does, in one line: "HTTP GET :8080/healthz", "TCP :5432", "gRPC :9000", "exec cat /tmp/ready".
QString probeText(const model::Probe &probe);

/// Seconds after the container's start until the probe has failed often enough to count.
int probeBudgetSeconds(const model::Probe &probe);

/// The newest Unhealthy (or OpenShift's ProbeError) event of that container whose message begins with "Readiness
/// probe", "Liveness probe" or "Startup probe" (`which` is that first word), or nullptr.
const model::Event *latestProbeFailure(const model::Cluster &cluster, const model::Pod &pod, QStringView container,
                                       QLatin1StringView which);

} // namespace faultline::checks
