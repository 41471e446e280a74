#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

const model::Event *hookEvent(const Scope &scope, const ContainerView &container)
{
    const model::Event *latest = nullptr;
    for (const model::Event *event : scope.cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "FailedPostStartHook"_L1 && isAbout(*event, container) &&
            isWithin(scope.cluster, event->last, kRecentSeconds))
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
    if (container->waitingReason() != "PostStartHookError"_L1 && !event)
        return no(std::move(evidence));
    const QString &said = container->status.state.message;
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
