#include "core/checks/shared/exits.h"
#include "core/checks/shared/logs.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool hasNeverRun(const ContainerView &container)
{
    return container.isWaiting() && container.status.restartCount == 0 && exitsOf(container).empty();
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    // Its status tells that there is no log: no need to ask for one.
    if (hasNeverRun(*container))
        return no({stateOf(*container)});
    return judgeLog(scope.cluster, *container, currentLog(*container));
}

} // namespace

Check logCurrentNonempty()
{
    Check check{u"log_current_nonempty"_s, {model::Kind::Pod}, ask};
    check.readsLogs = true;
    return check;
}

} // namespace faultline::checks
