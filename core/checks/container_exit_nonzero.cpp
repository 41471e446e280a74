#include "core/checks/reasons.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// The code says something about the app only when the app ran and its end was recorded.
Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::optional<Exit> exit = recentExit(scope.cluster, *container);
    if (!exit)
        return no({stateOf(*container)});
    const std::vector<Evidence> evidence = exitEvidence(*container, *exit);
    if (exit->record.exitCode == 255 || isNodeRestart(scope.cluster, container->pod, exit->record))
        return unknown(reason::ambiguous, evidence, exitFacts(*container, *exit));
    if (exit->record.exitCode == 0 || neverStarted(exit->record))
        return no(evidence);
    return yes(evidence, exitFacts(*container, *exit));
}

} // namespace

Check containerExitNonzero() { return {u"container_exit_nonzero"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
