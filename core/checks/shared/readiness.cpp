#include "core/checks/shared/readiness.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/probes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kStartupPatienceSeconds = 60;

bool isInStartup(const ProbedContainer &probed)
{
    return probed.spec->startup && !probed.status->started.value_or(false);
}

bool isNotReady(const ProbedContainer &probed)
{
    return probed.spec->readiness && !probed.status->ready && !isInStartup(probed);
}

/// Running containers: the preferred one, the app containers, then sidecars.
std::vector<ProbedContainer> runningContainers(const model::Pod &pod, const QString &preferred)
{
    std::vector<ProbedContainer> all;
    const auto add = [&](const std::vector<model::Container> &specs) {
        for (const model::Container &spec : specs) {
            const model::ContainerStatus *status = pod.status(spec.name);
            if (status && status->state.phase == model::ContainerState::Phase::Running)
                all.push_back({&spec, status});
        }
    };
    add(pod.spec->containers);
    add(pod.spec->initContainers);
    std::stable_partition(all.begin(), all.end(),
                          [&](const ProbedContainer &probed) { return probed.spec->name == preferred; });
    return all;
}

std::optional<ProbedContainer> firstWith(const model::Pod &pod, const QString &preferred,
                                         bool (*fits)(const ProbedContainer &))
{
    const std::vector<ProbedContainer> all = runningContainers(pod, preferred);
    const auto found = std::find_if(all.begin(), all.end(), fits);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

qint64 runningSeconds(const model::Cluster &cluster, const ProbedContainer &probed)
{
    return base::secondsBetween(probed.status->state.startedAt, cluster.now());
}

} // namespace

std::optional<ProbedContainer> containerInStartup(const model::Pod &pod, const QString &preferred)
{
    return firstWith(pod, preferred, isInStartup);
}

std::optional<ProbedContainer> containerNotReady(const model::Pod &pod, const QString &preferred)
{
    return firstWith(pod, preferred, isNotReady);
}

bool isStartingUp(const model::Cluster &cluster, const model::Pod &pod, const ProbedContainer &probed)
{
    const int patience = std::min(probeBudgetSeconds(*probed.spec->startup), kStartupPatienceSeconds);
    if (probed.status->restartCount > 0 || runningSeconds(cluster, probed) >= patience)
        return false;
    const model::Event *event = latestProbeFailure(cluster, pod, probed.status->name, "Startup"_L1);
    return !event || !event->message.contains("statuscode: 4"_L1);
}

bool isBeforeReadiness(const model::Cluster &cluster, const ProbedContainer &probed)
{
    const model::Probe &probe = *probed.spec->readiness;
    const int runs = std::max(2, probe.successThreshold);
    return runningSeconds(cluster, probed) < probe.initialDelaySeconds + qint64(runs) * probe.periodSeconds;
}

} // namespace faultline::checks
