#include "core/checks/shared/crashloop.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qint64 kSettledSeconds = 120;
constexpr qint64 kLongRunSeconds = 3600;

/// The newest "Back-off restarting failed container" of the last ten minutes. The same reason is used for images.
const model::Event *backOffEvent(const model::Cluster &cluster, const ContainerView &container)
{
    const model::Event *latest = nullptr;
    for (const model::Event *event : cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "BackOff"_L1 && isAbout(*event, container) &&
            plainMessage(*event).startsWith("Back-off restarting failed container"_L1) &&
            isWithin(cluster, event->last, kRecentSeconds))
            latest = event;
    }
    return latest;
}

/// Ready, and running for much longer than the run before: whatever made it end is over.
bool hasRecovered(const model::Cluster &cluster, const ContainerView &container, const Exit &exit)
{
    if (!container.isRunning() || !container.status.ready)
        return false;
    const qint64 running = base::secondsBetween(container.status.state.startedAt, cluster.now());
    return running >= std::max(kSettledSeconds, 2 * runSeconds(exit.record));
}

/// The cluster gives another word for what is wrong (RunContainerError, ImagePullBackOff ...).
bool waitsForSomethingElse(const ContainerView &container)
{
    const QString reason = container.waitingReason();
    return !reason.isEmpty() && reason != "ContainerCreating"_L1 && reason != "PodInitializing"_L1;
}

std::vector<Evidence> restartEvidence(const ContainerView &container, const Exit &exit)
{
    std::vector<Evidence> evidence = exitEvidence(container, exit);
    evidence.insert(evidence.begin(), fieldOf(refTo(container.pod), container.statusPath("restartCount"_L1),
                                              QString::number(container.status.restartCount)));
    return evidence;
}

CrashLoop judgeExit(const model::Cluster &cluster, const ContainerView &container, const Exit &exit)
{
    const bool nodeRestart = isNodeRestart(cluster, container.pod, exit.record);
    const bool healthy = container.isRunning() && container.status.ready;
    if (hasRecovered(cluster, container, exit) || (nodeRestart && healthy))
        return {Answer::No, restartEvidence(container, exit)};
    if (const model::Event *event = backOffEvent(cluster, container)) {
        std::vector<Evidence> evidence = restartEvidence(container, exit);
        evidence.push_back(eventOf(*event));
        return {Answer::Yes, evidence};
    }
    if (nodeRestart || !isWithin(cluster, exit.record.finishedAt, kRecentSeconds))
        return {Answer::No, restartEvidence(container, exit)};
    if (container.status.restartCount >= 2 && runSeconds(exit.record) < kLongRunSeconds)
        return {Answer::Yes, restartEvidence(container, exit)};
    if (container.status.restartCount == 1 && !container.status.ready)
        return {Answer::Unknown, restartEvidence(container, exit)};
    return {Answer::No, restartEvidence(container, exit)};
}

} // namespace

CrashLoop crashLoopOf(const model::Cluster &cluster, const ContainerView &container)
{
    const QString reason = container.waitingReason();
    if (reason == "CrashLoopBackOff"_L1)
        return {Answer::Yes, {stateOf(container)}};
    if (isDone(container) || waitsForSomethingElse(container))
        return {Answer::No, {stateOf(container)}};
    const std::vector<Exit> exits = exitsOf(container);
    if (!exits.empty())
        return judgeExit(cluster, container, exits.front());
    if (const model::Event *event = backOffEvent(cluster, container))
        return {Answer::Yes, {eventOf(*event)}};
    return {Answer::No, {stateOf(container)}};
}

} // namespace faultline::checks
