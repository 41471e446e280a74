#pragma once

#include "core/model/podspec.h"

namespace faultline::model {

/// One of state.waiting, state.running, state.terminated (or lastState.terminated).
struct ContainerState {
    enum class Phase { None, Waiting, Running, Terminated };
    Phase phase = Phase::None;
    QString reason;
    QString message;
    int exitCode = 0; ///< terminated only
    int signal = 0;
    base::Timestamp startedAt;
    base::Timestamp finishedAt;

    bool operator==(const ContainerState &) const = default;
};

struct ContainerStatus {
    QString name;
    QString image;
    QString imageId;
    ContainerState state;
    ContainerState lastState;
    int restartCount = 0;
    bool ready = false;
    std::optional<bool> started;

    bool operator==(const ContainerStatus &) const = default;
};

struct Pod {
    static constexpr Kind kKind = Kind::Pod;
    Metadata meta;
    PodSpecPtr spec;
    QString nodeName; ///< spec.nodeName, kept here because it differs between Pods that share a spec
    QString phase;
    QString reason;
    QString message;
    std::vector<Condition> conditions;
    std::vector<ContainerStatus> initStatuses;
    std::vector<ContainerStatus> statuses;
    QStringList podIPs;
    base::Timestamp startTime;
    std::vector<ResourceClaimUse> resourceClaims; ///< status.resourceClaimStatuses[]: claims made from a template

    /// Status of a container or init container by name, or nullptr.
    const ContainerStatus *status(QStringView container) const;
    bool isReady() const; ///< condition Ready is True
};

/// The STATUS column as `kubectl get pods` computes it: "Running", "Init:0/1", "CrashLoopBackOff", "Terminating" ...
/// Source: pkg/printers/internalversion/printers.go printPod (1.36), rules.md 3.3.
QString podStatusWord(const Pod &pod);

} // namespace faultline::model
