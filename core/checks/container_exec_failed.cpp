#include "core/checks/reasons.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/logs.h"
#include "core/checks/shared/saying.h"
#include "core/checks/shared/startmessage.h"
#include "core/checks/shared/troubledcontainer.h"

#include <QtCore/QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isShellCode(int code) { return code == 126 || code == 127; }

/// "exec /entry.sh: no such file or directory" of a file that is named with its path is what a script gets whose first
/// line names an interpreter that is not there, "/bin/sh\r" among them.
QString execCauseIn(const QString &text)
{
    static const QRegularExpression script(u"exec:? \"?/\\S+\\.(?:sh|bash|py|rb|pl|js)\"?: no such file"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static constexpr std::array<Saying, 5> all{{{"exec format error"_L1, "format"_L1},
                                                {"permission denied"_L1, "permission"_L1},
                                                {"is a directory"_L1, "permission"_L1},
                                                {"no such file"_L1, "notFound"_L1},
                                                {"not found"_L1, "notFound"_L1}}};
    return script.match(text).hasMatch() ? u"script"_s : meaningOf(text, all);
}

Facts execFacts(const ContainerView &container, const Exit &exit, const QString &text)
{
    Facts facts = exitFacts(container, exit);
    const QString program = startedProgram(container, text);
    if (!program.isEmpty())
        facts.insert_or_assign(QString(fact::command), program);
    if (!text.isEmpty())
        facts.insert_or_assign(QString(fact::message), text);
    facts.merge(factsOf({{fact::execCause, execCauseIn(text)}}));
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

/// Of a program for another CPU: which one the node has.
Verdict withPlatform(const Scope &scope, Verdict verdict)
{
    const auto cause = verdict.facts.find(QString(fact::execCause));
    const model::Node *node = scope.pod ? scope.cluster.node(scope.pod->nodeName) : nullptr;
    if (cause == verdict.facts.end() || cause->second != "format"_L1 || !node)
        return verdict;
    verdict.evidence.push_back(fieldOf(refTo(*node), u"status.nodeInfo.architecture"_s, node->architecture));
    verdict.facts.merge(factsOf({{fact::platform, node->operatingSystem + u'/' + node->architecture}}));
    return verdict;
}

Verdict judgeContainer(const Scope &scope)
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
                                              {fact::execCause, execCauseIn(said->text)},
                                              {fact::command, startedProgram(*container, said->text)}}));
    }
    return no({stateOf(*container)});
}

Verdict ask(const Scope &scope) { return withPlatform(scope, judgeContainer(scope)); }

} // namespace

Check containerExecFailed()
{
    return {u"container_exec_failed"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::Node}};
}

} // namespace faultline::checks
