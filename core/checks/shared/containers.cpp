#include "core/checks/shared/containers.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

void append(std::vector<ContainerView> &views, const model::Pod &pod, const model::Container &spec, bool init)
{
    if (const model::ContainerStatus *status = pod.status(spec.name))
        views.push_back({pod, spec, *status, init});
}

} // namespace

QString ContainerView::specPath(QLatin1StringView field) const
{
    return (init ? u"spec.initContainers["_s : u"spec.containers["_s) + spec.name + u"]."_s + field;
}

QString ContainerView::statusPath(QLatin1StringView field) const
{
    return (init ? u"status.initContainerStatuses["_s : u"status.containerStatuses["_s) + spec.name + u"]."_s + field;
}

std::vector<ContainerView> containersOf(const model::Pod &pod)
{
    std::vector<ContainerView> views;
    for (const model::Container &spec : pod.spec->initContainers)
        append(views, pod, spec, true);
    for (const model::Container &spec : pod.spec->containers)
        append(views, pod, spec, false);
    return views;
}

std::vector<ContainerView> lastingContainersOf(const model::Pod &pod)
{
    std::vector<ContainerView> views;
    for (const ContainerView &container : containersOf(pod)) {
        if (!container.init || container.isSidecar())
            views.push_back(container);
    }
    return views;
}

Evidence stateOf(const ContainerView &container)
{
    const model::ContainerState &state = container.status.state;
    const model::ObjectRef pod = refTo(container.pod);
    switch (state.phase) {
    case model::ContainerState::Phase::Waiting:
        return fieldOf(pod, container.statusPath("state.waiting.reason"_L1), state.reason);
    case model::ContainerState::Phase::Running:
        return fieldOf(pod, container.statusPath("state.running.startedAt"_L1), state.startedAt.toString(),
                       state.startedAt);
    case model::ContainerState::Phase::Terminated:
        return fieldOf(pod, container.statusPath("state.terminated.exitCode"_L1), QString::number(state.exitCode),
                       state.finishedAt);
    case model::ContainerState::Phase::None:
        break;
    }
    return fieldOf(pod, container.statusPath("state"_L1), {});
}

bool isBeingCreated(const ContainerView &container)
{
    if (container.isRunning() || container.isTerminated() || container.status.restartCount > 0)
        return false;
    if (container.status.lastState.phase == model::ContainerState::Phase::Terminated)
        return false;
    const QString reason = container.waitingReason();
    return reason.isEmpty() || reason == "ContainerCreating"_L1 || reason == "PodInitializing"_L1;
}

bool isDone(const ContainerView &container)
{
    return container.init && !container.isSidecar() && container.isTerminated() && container.status.state.exitCode == 0;
}

bool isRestartedAfter(const ContainerView &container, int exitCode)
{
    const bool plainInit = container.init && !container.isSidecar();
    const QString &own = container.spec.restartPolicy;
    const QString policy = own.isEmpty() ? container.pod.spec->restartPolicy : own;
    if (policy == "Never"_L1)
        return false;
    return exitCode != 0 || (policy != "OnFailure"_L1 && !plainInit);
}

bool isAbout(const model::Event &event, const ContainerView &container)
{
    const QString named = event.container();
    if (!named.isEmpty())
        return named == container.spec.name;
    const model::PodSpec &spec = *container.pod.spec;
    return spec.containers.size() + spec.initContainers.size() == 1 ||
           event.message.contains(u" container "_s + container.spec.name + u' ') ||
           event.message.startsWith(u"Container "_s + container.spec.name + u' ');
}

} // namespace faultline::checks
