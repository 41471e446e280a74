#pragma once

#include "core/checks/check.h"

namespace faultline::checks {

/// A probe and where it stands: "spec.containers[web].livenessProbe".
struct ProbeView {
    const model::Pod &pod;
    const model::Container &container;
    QLatin1StringView field; ///< "livenessProbe", "readinessProbe", "startupProbe"
    const model::Probe &probe;
};

/// What a probe does, in one line: "HTTP GET :8080/healthz", "TCP :5432", "gRPC :9000", "exec cat /tmp/ready".
QString probeText(const model::Probe &probe);

/// The same as a probe's field in YAML, on one line: "httpGet: {path: /healthz, port: 8080}".
QString probeYaml(const model::Probe &probe);

/// Seconds after the container's start until the probe has failed often enough to count.
int probeBudgetSeconds(const model::Probe &probe);

/// What it does, its times and its budget, the container's declared ports, a failureThreshold to try; and of the
/// kubelet's words about its failure (may be empty) the words, the way it failed and the HTTP status.
Facts probeFacts(const ProbeView &view, const QString &failure);

/// The probe with its times as `kubectl describe` writes them, and the ports that its container declares beside it.
std::vector<Evidence> probeEvidence(const ProbeView &view);

/// The newest Unhealthy (or OpenShift's ProbeError) event of that container whose message begins with "Readiness
/// probe", "Liveness probe" or "Startup probe" (`which` is that first word), or nullptr.
const model::Event *latestProbeFailure(const model::Cluster &cluster, const model::Pod &pod, QStringView container,
                                       QLatin1StringView which);

} // namespace faultline::checks
