#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/troubledcontainer.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qint64 kSameMinute = 60;

/// The limit as it is written in the spec: the killer's measure.
QString memoryLimit(const ContainerView &container)
{
    const auto limit = container.spec.limits.find(u"memory"_s);
    return limit == container.spec.limits.end() ? QString() : limit->second.toString(true);
}

Verdict killed(const ContainerView &container, const Exit &exit, std::vector<Evidence> evidence)
{
    Facts facts = exitFacts(container, exit);
    const QString limit = memoryLimit(container);
    if (!limit.isEmpty()) {
        facts.insert_or_assign(QString(fact::memoryLimit), limit);
        evidence.push_back(fieldOf(refTo(container.pod), container.specPath("resources.limits.memory"_L1), limit));
    }
    return yes(std::move(evidence), std::move(facts));
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

/// Somebody stopped the container on purpose: a probe, a deletion, a changed definition.
const model::Event *killingEvent(const Scope &scope, const ContainerView &container, const Exit &exit)
{
    for (const model::Event *event : scope.cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "Killing"_L1 && isAbout(*event, container) && isSince(*event, exit.record.startedAt))
            return event;
    }
    return nullptr;
}

Verdict judgeKill(const Scope &scope, const ContainerView &container, const Exit &exit)
{
    std::vector<Evidence> evidence = exitEvidence(container, exit);
    if (const model::Event *report = nodeReport(scope, exit)) {
        evidence.push_back(eventOf(*report));
        return killed(container, exit, std::move(evidence));
    }
    if (const model::Event *killing = killingEvent(scope, container, exit)) {
        evidence.push_back(eventOf(*killing));
        return no(std::move(evidence));
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
