#include "core/checks/shared/starting.h"

#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using Phase = model::ContainerState::Phase;

bool isCreating(const model::ContainerStatus &status)
{
    const QString &reason = status.state.reason;
    const bool waits = status.state.phase == Phase::Waiting || status.state.phase == Phase::None;
    return waits && (reason.isEmpty() || reason == "ContainerCreating"_L1 || reason == "PodInitializing"_L1);
}

bool isRunning(const model::ContainerStatus &status) { return status.state.phase == Phase::Running; }

} // namespace

bool hasFinishedAsMeant(const model::Pod &pod)
{
    const bool staysDown = pod.spec->restartPolicy == "Never"_L1 || pod.spec->restartPolicy == "OnFailure"_L1;
    return pod.phase == "Succeeded"_L1 && staysDown;
}

const model::ContainerStatus *containerBeingCreated(const model::Pod &pod, const QString &container)
{
    if (!container.isEmpty()) {
        const model::ContainerStatus *status = pod.status(container);
        return status && isCreating(*status) ? status : nullptr;
    }
    const auto found = std::find_if(pod.statuses.begin(), pod.statuses.end(), isCreating);
    return found == pod.statuses.end() ? nullptr : &*found;
}

bool isBeforeContainers(const model::Pod &pod)
{
    return !pod.nodeName.isEmpty() && std::all_of(pod.statuses.begin(), pod.statuses.end(), isCreating) &&
           std::none_of(pod.initStatuses.begin(), pod.initStatuses.end(), isRunning);
}

const model::Event *troubleAtStart(const model::Cluster &cluster, const model::Pod &pod,
                                   std::initializer_list<QLatin1StringView> trouble,
                                   std::initializer_list<QLatin1StringView> overcome)
{
    const model::Event *event = latestEvent(cluster, refTo(pod), trouble);
    if (!event || !isSince(*event, pod.startTime.isValid() ? pod.startTime : pod.meta.created))
        return nullptr;
    const model::Event *later = latestEvent(cluster, refTo(pod), overcome);
    return later && later->last > event->last ? nullptr : event;
}

} // namespace faultline::checks
