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
    if (!container->isTerminated())
        return no({stateOf(*container)});
    const Exit exit = exitsOf(*container).front();
    const std::vector<Evidence> evidence = exitEvidence(*container, exit);
    const bool waits = isRestartedAfter(*container, exit.record.exitCode);
    return waits ? yes(evidence, exitFacts(*container, exit)) : no(evidence);
}

} // namespace

Check containerTerminatedNow() { return {u"container_terminated_now"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
