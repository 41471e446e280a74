#pragma once

#include "core/checks/shared/containers.h"

namespace faultline::checks {

/// Whether a container is started again and again, and where that was seen.
struct CrashLoop {
    Answer answer = Answer::No;
    std::vector<Evidence> evidence;
};

/// Derived from restartCount, the last exit and the BackOff event, never from the waiting reason alone: since 1.35 the
/// kubelet may never publish CrashLoopBackOff (kubernetes PR 133066, pkg/kubelet/kuberuntime). Not counted are exits
/// that came with the node, runs of an hour and more, and restarts that the container has recovered from.
/// Unknown after a single restart of a container that is not Ready.
CrashLoop crashLoopOf(const model::Cluster &cluster, const ContainerView &container);

} // namespace faultline::checks
