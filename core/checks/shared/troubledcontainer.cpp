#include "core/checks/shared/troubledcontainer.h"

#include "core/checks/reasons.h"
#include "core/checks/shared/crashloop.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isStartedSidecar(const ContainerView &container)
{
    // Servers without `started` (before 1.18) have no sidecars; running is then the best word there is.
    return container.isSidecar() && container.isRunning() && container.status.started.value_or(true);
}

bool isDown(const model::Cluster &cluster, const ContainerView &container)
{
    if (container.isTerminated())
        return container.status.state.exitCode != 0 || isRestartedAfter(container, 0);
    return container.isWaiting() || crashLoopOf(cluster, container).answer == Answer::Yes;
}

template <typename Predicate> QStringList namesWhere(const std::vector<ContainerView> &containers, Predicate predicate)
{
    QStringList names;
    for (const ContainerView &container : containers) {
        if (predicate(container))
            names.append(container.spec.name);
    }
    return names;
}

} // namespace

std::optional<ContainerView> blockingInitContainer(const model::Pod &pod)
{
    const model::Condition *initialized = model::findCondition(pod.conditions, u"Initialized"_s);
    if (initialized && initialized->status == "True"_L1)
        return std::nullopt;
    for (const ContainerView &container : containersOf(pod)) {
        if (container.init && !isDone(container) && !isStartedSidecar(container))
            return container;
    }
    return std::nullopt;
}

QStringList troubledContainers(const model::Cluster &cluster, const model::Pod &pod)
{
    if (const std::optional<ContainerView> blocking = blockingInitContainer(pod))
        return {blocking->spec.name};
    const std::vector<ContainerView> lasting = lastingContainersOf(pod);
    QStringList down =
        namesWhere(lasting, [&cluster](const ContainerView &container) { return isDown(cluster, container); });
    if (!down.isEmpty())
        return down;
    return namesWhere(lasting,
                      [](const ContainerView &container) { return container.isRunning() && !container.status.ready; });
}

std::optional<ContainerView> askedContainer(const Scope &scope)
{
    if (!scope.pod)
        return std::nullopt;
    QString name = scope.container;
    if (name.isEmpty()) {
        const QStringList troubled = troubledContainers(scope.cluster, *scope.pod);
        const std::vector<model::Container> &containers = scope.pod->spec->containers;
        name = !troubled.isEmpty() ? troubled.first() : containers.empty() ? QString() : containers.front().name;
    }
    const std::vector<ContainerView> all = containersOf(*scope.pod);
    const auto found =
        std::find_if(all.begin(), all.end(), [&name](const ContainerView &view) { return view.spec.name == name; });
    if (found == all.end())
        return std::nullopt;
    return *found;
}

Verdict noContainer(const Scope &scope) { return unknown(scope.pod ? reason::noStatus : reason::noObject); }

} // namespace faultline::checks
