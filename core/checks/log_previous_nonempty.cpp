#include "core/checks/shared/exits.h"
#include "core/checks/shared/logs.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// With terminationMessagePolicy FallbackToLogsOnError the end of the log outlives the log itself.
Verdict fromMessage(const ContainerView &container, Verdict otherwise)
{
    for (const Exit &exit : exitsOf(container)) {
        const QString line = tellingLine(exit.record.message);
        if (!exit.current && !neverStarted(exit.record) && !line.isEmpty())
            return yes({exitField(container, exit, "message"_L1, line)}, factsOf({{fact::logLine, line}}));
    }
    return otherwise;
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const bool hadRun = container->status.lastState.phase == model::ContainerState::Phase::Terminated;
    if (container->status.restartCount == 0 && !hadRun) {
        return no({fieldOf(refTo(container->pod), container->statusPath("restartCount"_L1),
                           QString::number(container->status.restartCount))});
    }
    const Verdict verdict = judgeLog(scope.cluster, *container, previousLog(*container));
    return verdict.answer == Answer::Unknown && verdict.wantedLogs.empty() ? fromMessage(*container, verdict) : verdict;
}

} // namespace

Check logPreviousNonempty()
{
    Check check{u"log_previous_nonempty"_s, {model::Kind::Pod}, ask};
    check.readsLogs = true;
    return check;
}

} // namespace faultline::checks
