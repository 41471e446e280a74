#include "core/model/pod.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

using Phase = ContainerState::Phase;

const ContainerStatus *findStatus(const std::vector<ContainerStatus> &statuses, QStringView name)
{
    const auto found = std::find_if(statuses.begin(), statuses.end(),
                                    [name](const ContainerStatus &status) { return status.name == name; });
    return found == statuses.end() ? nullptr : &*found;
}

bool isTrue(const Pod &pod, QLatin1StringView conditionType)
{
    const Condition *condition = findCondition(pod.conditions, QString(conditionType));
    return condition && condition->status == "True"_L1;
}

/// Where no container says more: the phase, its reason, or the gates that hold the Pod back.
QString wordOfPod(const Pod &pod)
{
    const bool gated = std::any_of(pod.conditions.begin(), pod.conditions.end(), [](const Condition &condition) {
        return condition.type == "PodScheduled"_L1 && condition.reason == "SchedulingGated"_L1;
    });
    if (gated) {
        return u"SchedulingGated"_s;
    }
    return pod.reason.isEmpty() ? pod.phase : pod.reason;
}

QString exitWord(const ContainerState &state)
{
    if (!state.reason.isEmpty()) {
        return state.reason;
    }
    return state.signal != 0 ? u"Signal:%1"_s.arg(state.signal) : u"ExitCode:%1"_s.arg(state.exitCode);
}

/// True for an init container that the next one does not wait for: it has succeeded, or is a sidecar that has started.
bool isPassed(const Pod &pod, const ContainerStatus &status)
{
    if (status.state.phase == Phase::Terminated && status.state.exitCode == 0) {
        return true;
    }
    const auto &containers = pod.spec->initContainers;
    const auto container = std::find_if(containers.begin(), containers.end(),
                                        [&status](const Container &c) { return c.name == status.name; });
    return container != containers.end() && isSidecar(*container) && status.started.value_or(false);
}

/// "Init:..." of the first init container that holds the Pod up; empty when none does.
QString initWord(const Pod &pod)
{
    const auto &statuses = pod.initStatuses;
    const auto holding = std::find_if_not(statuses.begin(), statuses.end(),
                                          [&pod](const ContainerStatus &status) { return isPassed(pod, status); });
    if (holding == statuses.end()) {
        return {};
    }
    const ContainerState &state = holding->state;
    if (state.phase == Phase::Terminated) {
        return "Init:"_L1 + exitWord(state);
    }
    if (state.phase == Phase::Waiting && !state.reason.isEmpty() && state.reason != "PodInitializing"_L1) {
        return "Init:"_L1 + state.reason;
    }
    return u"Init:%1/%2"_s.arg(holding - statuses.begin()).arg(pod.spec->initContainers.size());
}

/// What the containers say: the first one in the Pod's order that waits or has ended.
QString containerWord(const Pod &pod, const QString &otherwise)
{
    QString word = otherwise;
    bool hasRunning = false;
    for (auto status = pod.statuses.rbegin(); status != pod.statuses.rend(); ++status) {
        const ContainerState &state = status->state;
        if (state.phase == Phase::Waiting && !state.reason.isEmpty()) {
            word = state.reason;
        } else if (state.phase == Phase::Terminated) {
            word = exitWord(state);
        } else if (state.phase == Phase::Running && status->ready) {
            hasRunning = true;
        }
    }
    if (word == "Completed"_L1 && hasRunning) {
        return pod.isReady() ? u"Running"_s : u"NotReady"_s;
    }
    return word;
}

} // namespace

const ContainerStatus *Pod::status(QStringView container) const
{
    const ContainerStatus *found = findStatus(statuses, container);
    return found ? found : findStatus(initStatuses, container);
}

bool Pod::isReady() const { return isTrue(*this, "Ready"_L1); }

QString podStatusWord(const Pod &pod)
{
    if (pod.meta.deleted.isValid() && pod.reason == "NodeLost"_L1) {
        return u"Unknown"_s;
    }
    if (pod.meta.deleted.isValid() && pod.phase != "Succeeded"_L1 && pod.phase != "Failed"_L1) {
        return u"Terminating"_s;
    }
    QString initializing = initWord(pod);
    if (!initializing.isEmpty() && !isTrue(pod, "Initialized"_L1)) {
        return initializing;
    }
    return containerWord(pod, initializing.isEmpty() ? wordOfPod(pod) : initializing);
}

} // namespace faultline::model
