#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::vector<Exit> exits = exitsOf(*container);
    if (!exits.empty())
        return yes(exitEvidence(*container, exits.front()), exitFacts(*container, exits.front()));
    const QString restarts = QString::number(container->status.restartCount);
    const std::vector<Evidence> evidence{
        fieldOf(refTo(container->pod), container->statusPath("restartCount"_L1), restarts)};
    return container->status.restartCount > 0 ? yes(evidence, factsOf({{fact::restarts, restarts}})) : no(evidence);
}

} // namespace

Check containerEndedBefore() { return {u"container_ended_before"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
