#include "core/checks/reasons.h"
#include "core/checks/shared/crashloop.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Facts crashFacts(const ContainerView &container)
{
    const std::vector<Exit> exits = exitsOf(container);
    if (!exits.empty())
        return exitFacts(container, exits.front());
    return factsOf(
        {{fact::restarts, QString::number(container.status.restartCount)}, {fact::image, container.spec.image}});
}

Verdict judge(const Scope &scope, const ContainerView &container)
{
    const CrashLoop loop = crashLoopOf(scope.cluster, container);
    if (loop.answer == Answer::Yes)
        return yes(loop.evidence, crashFacts(container));
    if (loop.answer == Answer::Unknown)
        return unknown(reason::tooEarly, loop.evidence, crashFacts(container));
    return no(loop.evidence);
}

/// Without a container in question the whole Pod is asked: the first container that is not beyond doubt decides.
Verdict ask(const Scope &scope)
{
    if (!scope.container.isEmpty() || !scope.pod) {
        const std::optional<ContainerView> container = askedContainer(scope);
        return container ? judge(scope, *container) : noContainer(scope);
    }
    Verdict verdict = noContainer(scope);
    for (const ContainerView &container : containersOf(*scope.pod)) {
        Verdict one = judge(scope, container);
        if (one.answer == Answer::Yes)
            return one;
        if (verdict.answer != Answer::Unknown || verdict.unknownReason != reason::tooEarly)
            verdict = one;
    }
    return verdict;
}

} // namespace

Check containerCrashLooping()
{
    return {u"container_crash_looping"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
