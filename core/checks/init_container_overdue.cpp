#include "core/checks/reasons.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qint64 kPatienceSeconds = 300; ///< migrations and downloads take their time

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return noContainer(scope);
    const std::optional<ContainerView> blocking = blockingInitContainer(*scope.pod);
    if (!blocking)
        return containersOf(*scope.pod).empty() ? noContainer(scope) : no();
    const base::Timestamp started = blocking->status.state.startedAt;
    if (!blocking->isRunning() || !started.isValid())
        return no({stateOf(*blocking)});
    const qint64 age = base::secondsBetween(started, scope.cluster.now());
    const Facts facts = factsOf({{fact::age, QString::number(age)}});
    return age > kPatienceSeconds ? yes({stateOf(*blocking)}, facts) : no({stateOf(*blocking)}, facts);
}

} // namespace

Check initContainerOverdue() { return {u"init_container_overdue"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
