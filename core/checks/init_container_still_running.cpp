#include "core/checks/shared/crashloop.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The one that holds things up neither ends nor fails. One that restarts again and again is a crash, also while it
/// runs.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return noContainer(scope);
    const std::optional<ContainerView> blocking = blockingInitContainer(*scope.pod);
    if (!blocking)
        return containersOf(*scope.pod).empty() ? noContainer(scope) : no();
    const bool crashes = crashLoopOf(scope.cluster, *blocking).answer == Answer::Yes;
    if (!blocking->isRunning() || crashes)
        return no({stateOf(*blocking)});
    return yes({stateOf(*blocking)}, factsOf({{fact::image, blocking->spec.image}}));
}

} // namespace

Check initContainerStillRunning()
{
    return {u"init_container_still_running"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
