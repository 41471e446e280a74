#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// How long an exit counts as part of what one sees now, in seconds.
inline constexpr qint64 kRecentSeconds = 600;

/// One record of how a container ended: state.terminated or lastState.terminated.
struct Exit {
    const model::ContainerState &record;
    bool current = false; ///< state.terminated: nothing has been started since
};

/// What is recorded of the container's ends, newest first: at most two.
std::vector<Exit> exitsOf(const ContainerView &container);

/// The newest exit that can explain the present: none when the container has been running for more than ten minutes
/// since, or has never ended.
std::optional<Exit> recentExit(const model::Cluster &cluster, const ContainerView &container);

/// "state.terminated.exitCode" or "lastState.terminated.exitCode" of that container, for a field of the record.
Evidence exitField(const ContainerView &container, const Exit &exit, QLatin1StringView field, const QString &value);

/// The evidence of an exit: its code, and its reason where it has one.
std::vector<Evidence> exitEvidence(const ContainerView &container, const Exit &exit);

/// exitCode, exitMeaning, reason, restarts, image, runTime, and message where the record has one.
Facts exitFacts(const ContainerView &container, const Exit &exit);

/// "SIGKILL" for 137, "not found" for 127 and so on (128 + signal, and the shell's 126 and 127); empty for a code that
/// only the app can explain.
QString exitMeaning(int code);

/// True when the program never ran: containerd's StartError, cri-dockerd's ContainerCannotRun.
bool neverStarted(const model::ContainerState &record);

/// True when the record was lost with its node or runtime, so that its code says nothing about the app: reasons
/// Unknown (containerd) and ContainerStatusUnknown (kubelet), or exit 255 together with the node's other containers.
bool isNodeRestart(const model::Cluster &cluster, const model::Pod &pod, const model::ContainerState &record);

/// True when `moment` lies at most `seconds` before the Cluster's now; false when either is not known.
bool isWithin(const model::Cluster &cluster, base::Timestamp moment, qint64 seconds);

/// How long the run that ended with this record lasted, in seconds; 0 when it never started.
qint64 runSeconds(const model::ContainerState &record);

} // namespace faultline::checks
