#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// A failed hook ends its container with SIGKILL at the latest. In a loop the event of the last try may have been
/// dropped: recorders let 25 through, then one in five minutes; an earlier one of this Pod speaks for it.
bool speaksForLastEnd(const Scope &scope, const ContainerView &container, const model::Event &event)
{
    if (isWithin(scope.cluster, event.last, kRecentSeconds))
        return true;
    const std::vector<Exit> exits = exitsOf(container);
    const bool bySignal = !exits.empty() && exits.front().record.exitCode > 128;
    return bySignal && !container.isRunning() && isSince(event, container.pod.startTime);
}

const model::Event *hookEvent(const Scope &scope, const ContainerView &container)
{
    const model::Event *latest = nullptr;
    for (const model::Event *event : scope.cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "FailedPostStartHook"_L1 && isAbout(*event, container) &&
            speaksForLastEnd(scope, container, *event))
            latest = event;
    }
    return latest;
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    std::vector<Evidence> evidence{stateOf(*container)};
    const model::Event *event = hookEvent(scope, *container);
    if (event)
        evidence.push_back(eventOf(*event));
    const bool isHooksOwn = container->waitingReason() == "PostStartHookError"_L1;
    if (!isHooksOwn && !event)
        return no(std::move(evidence));
    // Between two tries the state's message only says that it backs off.
    const QString said = isHooksOwn ? container->status.state.message : QString();
    return yes(std::move(evidence), factsOf({{fact::reason, container->waitingReason()},
                                             {fact::message, said.isEmpty() && event ? plainMessage(*event) : said},
                                             {fact::image, container->spec.image}}));
}

} // namespace

Check postStartHookFailed()
{
    return {u"post_start_hook_failed"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
