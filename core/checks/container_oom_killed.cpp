#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qint64 kSameMinute = 60;

QString memoryOf(const model::Resources &resources, int times = 1)
{
    const auto found = resources.find(u"memory"_s);
    return found == resources.end() ? QString() : base::Quantity{found->second.milli * times}.toString(true);
}

Verdict killed(const ContainerView &container, const Exit &exit, std::vector<Evidence> evidence)
{
    Facts facts = exitFacts(container, exit);
    const QString limit = memoryOf(container.spec.limits); // as it is written in the spec: the killer's measure
    facts.merge(factsOf({{fact::memoryLimit, limit},
                         {fact::memoryRequest, memoryOf(container.spec.requests)},
                         {fact::suggestedMemory, memoryOf(container.spec.limits, 2)}}));
    if (!limit.isEmpty()) {
        evidence.push_back(fieldOf(refTo(container.pod), container.specPath("resources.limits.memory"_L1), limit));
    }
    return yes(std::move(evidence), std::move(facts));
}

/// SystemOOM is told of the whole node alone (pkg/kubelet/oom/oom_watcher_linux.go): no limit was broken then.
Verdict killedWithNode(const ContainerView &container, const Exit &exit, std::vector<Evidence> evidence,
                       const model::Event &report)
{
    Verdict verdict = killed(container, exit, std::move(evidence));
    if (report.reason == "SystemOOM"_L1) {
        verdict.facts.insert_or_assign(QString(fact::reason), report.reason);
        verdict.facts.erase(QString(fact::suggestedMemory));
    }
    return verdict;
}

/// The node's own report of an OOM kill in the minute around that exit.
const model::Event *nodeReport(const Scope &scope, const Exit &exit)
{
    for (const model::Event *event : scope.cluster.eventsOf({model::Kind::Node, {}, scope.pod->nodeName})) {
        const bool oom = event->reason == "SystemOOM"_L1 || event->reason == "OOMKilling"_L1;
        if (oom && std::abs(event->last.ms - exit.record.finishedAt.ms) <= kSameMinute * 1000)
            return event;
    }
    return nullptr;
}

/// Somebody stopped the container on purpose: a probe, a hook, a deletion, a changed definition.
const model::Event *killingEvent(const Scope &scope, const ContainerView &container, base::Timestamp since)
{
    for (const model::Event *event : scope.cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "Killing"_L1 && isAbout(*event, container) && isSince(*event, since))
            return event;
    }
    return nullptr;
}

bool wasOomKilled(const model::ContainerState &state, base::Timestamp moment)
{
    return state.reason == "OOMKilled"_L1 && std::abs(state.finishedAt.ms - moment.ms) <= kSameMinute * 1000;
}

/// A container of another Pod on that node, killed for its memory in the same minute: the report is about that one.
bool isNeighboursReport(const Scope &scope, const Exit &exit)
{
    const base::Timestamp moment = exit.record.finishedAt;
    const auto isVictim = [moment](const model::ContainerStatus &status) {
        return wasOomKilled(status.state, moment) || wasOomKilled(status.lastState, moment);
    };
    const std::vector<const model::Pod *> &pods = scope.cluster.podsOnNode(scope.pod->nodeName);
    return std::any_of(pods.begin(), pods.end(), [&](const model::Pod *other) {
        return refTo(*other) != refTo(*scope.pod) &&
               std::any_of(other->statuses.begin(), other->statuses.end(), isVictim);
    });
}

/// A node's report names no container. It proves nothing where a neighbour explains it, or where this container is
/// known to be stopped on purpose: of a loop's later kills the recorder drops the events.
bool isAboutThis(const Scope &scope, const ContainerView &container, const Exit &exit)
{
    return !isNeighboursReport(scope, exit) && !killingEvent(scope, container, container.pod.startTime);
}

Verdict judgeKill(const Scope &scope, const ContainerView &container, const Exit &exit)
{
    std::vector<Evidence> evidence = exitEvidence(container, exit);
    if (const model::Event *killing = killingEvent(scope, container, exit.record.startedAt)) {
        evidence.push_back(eventOf(*killing));
        return no(std::move(evidence));
    }
    if (const model::Event *report = nodeReport(scope, exit)) {
        evidence.push_back(eventOf(*report));
        if (isAboutThis(scope, container, exit))
            return killedWithNode(container, exit, std::move(evidence), *report);
    }
    // The OOM killer can hit a child while the runtime only sees SIGKILL.
    return unknown(reason::ambiguous, std::move(evidence), exitFacts(container, exit));
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::optional<Exit> newest = recentExit(scope.cluster, *container);
    if (!newest)
        return no({stateOf(*container)});
    for (const Exit &exit : exitsOf(*container)) {
        if (exit.record.reason == "OOMKilled"_L1)
            return killed(*container, exit, exitEvidence(*container, exit));
    }
    const bool unexplainedKill = newest->record.exitCode == 137 && newest->record.reason == "Error"_L1;
    return unexplainedKill ? judgeKill(scope, *container, *newest) : no(exitEvidence(*container, *newest));
}

} // namespace

Check containerOomKilled()
{
    return {u"container_oom_killed"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
