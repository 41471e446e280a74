#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"
#include "core/checks/shared/waiting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// Between two tries the kubelet says CrashLoopBackOff; what the runtime said is in the record of the last one.
Verdict ask(const Scope &scope)
{
    Verdict waiting = waitsFor(scope, {"RunContainerError"_L1});
    const std::optional<ContainerView> container = askedContainer(scope);
    const std::optional<Exit> exit = container ? recentExit(scope.cluster, *container) : std::nullopt;
    if (waiting.answer != Answer::No || !exit || !neverStarted(exit->record))
        return waiting;
    return yes(exitEvidence(*container, *exit), exitFacts(*container, *exit));
}

} // namespace

Check containerRunError()
{
    return {u"container_run_error"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
