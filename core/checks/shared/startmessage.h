#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// Words of the kubelet or the runtime, and where they stand.
struct Said {
    QString text;
    Evidence evidence;
};

/// Why the container could not be configured, created or started: state.waiting.message (unless it only speaks of the
/// back-off), the message of a StartError record, or the newest event Failed "Error: ...". Nothing when the cluster is
/// silent or the container runs.
std::optional<Said> startMessage(const model::Cluster &cluster, const ContainerView &container);

/// True for texts about mounting a volume into the container (runc and crun: "error mounting", "through procfd" ...).
bool isMountText(QStringView text);

/// True for texts about the program itself: not found, not executable, of another CPU.
bool isProgramText(QStringView text);

/// The program that was to be started: out of the message (`exec: "/app/servr"`), else command[0]; may be empty.
QString startedProgram(const ContainerView &container, QStringView message);

} // namespace faultline::checks
