#include "core/checks/reasons.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/logs.h"
#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isShellCode(int code) { return code == 126 || code == 127; }

Facts execFacts(const ContainerView &container, const Exit &exit, const QString &text)
{
    Facts facts = exitFacts(container, exit);
    const QString program = startedProgram(container, text);
    if (!program.isEmpty())
        facts.insert_or_assign(QString(fact::command), program);
    if (!text.isEmpty())
        facts.insert_or_assign(QString(fact::message), text);
    return facts;
}

/// A log that was fetched already and holds the loader's words ("exec /app: exec format error"); never demanded.
std::optional<Verdict> fromLog(const Scope &scope, const ContainerView &container, const Exit &exit)
{
    for (const model::LogKey &key : {currentLog(container), previousLog(container)}) {
        const model::LogText &log = scope.cluster.log(key);
        const QString line = tellingLine(log.text);
        if (logState(log) != model::LogText::State::Text || !isProgramText(line))
            continue;
        Facts facts = execFacts(container, exit, line);
        facts.insert_or_assign(QString(fact::logLine), line);
        return yes({fieldOf(refTo(container.pod), key.previous ? u"log.previous"_s : u"log"_s, line)}, facts);
    }
    return std::nullopt;
}

/// The runtime could not start it. With words about something else (a mount, a cgroup) the program is not to blame.
Verdict judgeStart(const ContainerView &container, const Exit &exit, const std::optional<Said> &said)
{
    std::vector<Evidence> evidence = exitEvidence(container, exit);
    if (said)
        evidence.insert(evidence.begin(), said->evidence);
    if (said && !isProgramText(said->text))
        return no(std::move(evidence));
    return yes(std::move(evidence), execFacts(container, exit, said ? said->text : QString()));
}

Verdict judgeExit(const Scope &scope, const ContainerView &container, const Exit &exit)
{
    if (exit.record.exitCode != 0) {
        if (std::optional<Verdict> verdict = fromLog(scope, container, exit))
            return *verdict;
    }
    if (!isShellCode(exit.record.exitCode))
        return no(exitEvidence(container, exit));
    // A shell returns 126 and 127 too, for any command of its script.
    return unknown(reason::ambiguous, exitEvidence(container, exit), execFacts(container, exit, exit.record.message));
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::optional<Said> said = startMessage(scope.cluster, *container);
    const std::optional<Exit> exit = recentExit(scope.cluster, *container);
    if (exit && neverStarted(exit->record))
        return judgeStart(*container, *exit, said);
    if (exit)
        return judgeExit(scope, *container, *exit);
    if (said && isProgramText(said->text)) {
        return yes({said->evidence}, factsOf({{fact::message, said->text},
                                              {fact::image, container->spec.image},
                                              {fact::command, startedProgram(*container, said->text)}}));
    }
    return no({stateOf(*container)});
}

} // namespace

Check containerExecFailed()
{
    return {u"container_exec_failed"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
