#include "core/checks/reasons.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Facts blockingFacts(const ContainerView &container)
{
    return factsOf({{fact::reason, container.status.state.reason},
                    {fact::message, container.status.state.message},
                    {fact::restarts, QString::number(container.status.restartCount)},
                    {fact::image, container.spec.image}});
}

/// An init container that has not even been created holds nothing up yet: its volumes or its sandbox do.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return noContainer(scope);
    if (const std::optional<ContainerView> blocking = blockingInitContainer(*scope.pod)) {
        const std::vector<Evidence> evidence{stateOf(*blocking)};
        return isBeingCreated(*blocking) ? no(evidence) : yes(evidence, blockingFacts(*blocking));
    }
    if (containersOf(*scope.pod).empty())
        return unknown(reason::noStatus);
    const model::Condition *initialized = model::findCondition(scope.pod->conditions, u"Initialized"_s);
    return initialized ? no({conditionOf(refTo(*scope.pod), *initialized)}) : no();
}

} // namespace

Check initContainerBlocking() { return {u"init_container_blocking"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
