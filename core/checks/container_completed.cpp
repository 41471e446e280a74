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
    const std::optional<Exit> exit = recentExit(scope.cluster, *container);
    if (!exit)
        return no({stateOf(*container)});
    const std::vector<Evidence> evidence = exitEvidence(*container, *exit);
    const bool unwanted = exit->record.exitCode == 0 && isRestartedAfter(*container, 0);
    return unwanted ? yes(evidence, exitFacts(*container, *exit)) : no(evidence);
}

} // namespace

Check containerCompleted() { return {u"container_completed"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
