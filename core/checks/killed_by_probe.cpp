#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/exits.h"
#include "core/checks/shared/probes.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr qint64 kEventLifeSeconds = 3300; ///< events live an hour by default; a little less is beyond doubt

/// One of the two probes that restart a container.
struct Killer {
    QLatin1StringView name; ///< as the kubelet's messages begin: "Liveness", "Startup"
    const model::Probe *probe = nullptr;
};

std::vector<Killer> killersOf(const ContainerView &container)
{
    std::vector<Killer> killers;
    if (container.spec.liveness)
        killers.push_back({"Liveness"_L1, &*container.spec.liveness});
    if (container.spec.startup)
        killers.push_back({"Startup"_L1, &*container.spec.startup});
    return killers;
}

/// The start of the oldest run that is still on record.
base::Timestamp recordedSince(const std::vector<Exit> &exits)
{
    const base::Timestamp started = exits.back().record.startedAt;
    return started.ms > 0 ? started : exits.back().record.finishedAt;
}

/// "Container web failed liveness probe, will be restarted" (pkg/kubelet/kuberuntime/kuberuntime_manager.go).
const model::Event *killingEvent(const Scope &scope, const ContainerView &container, const Killer &killer,
                                 base::Timestamp since)
{
    const QString words = u"failed "_s + QString(killer.name).toLower() + u" probe"_s;
    const model::Event *latest = nullptr;
    for (const model::Event *event : scope.cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "Killing"_L1 && event->message.contains(words) && isAbout(*event, container) &&
            isSince(*event, since))
            latest = event;
    }
    return latest;
}

int failureCount(const Scope &scope, const ContainerView &container, const Killer &killer, base::Timestamp since)
{
    const QString start = killer.name + u" probe "_s;
    int count = 0;
    for (const model::Event *event : scope.cluster.eventsOf(refTo(container.pod))) {
        if (event->reason == "Unhealthy"_L1 && plainMessage(*event).startsWith(start) && isAbout(*event, container) &&
            isSince(*event, since))
            count += event->count;
    }
    return count;
}

bool endedBySignal(const Exit &exit) { return exit.record.exitCode == 137 || exit.record.exitCode == 143; }

Verdict killedBy(const Scope &scope, const ContainerView &container, const Exit &exit, const Killer &killer,
                 std::vector<Evidence> evidence)
{
    const model::Event *failure = latestProbeFailure(scope.cluster, container.pod, container.spec.name, killer.name);
    if (failure)
        evidence.push_back(eventOf(*failure));
    const QLatin1StringView field = killer.name == "Liveness"_L1 ? "livenessProbe"_L1 : "startupProbe"_L1;
    const ProbeView view{container.pod, container.spec, field, *killer.probe};
    for (Evidence &seen : probeEvidence(view))
        evidence.push_back(std::move(seen));
    Facts facts = probeFacts(view, failure ? plainMessage(*failure) : QString());
    facts.merge(exitFacts(container, exit));
    return yes(std::move(evidence), std::move(facts));
}

std::optional<Verdict> judgeKiller(const Scope &scope, const ContainerView &container, const std::vector<Exit> &exits,
                                   const Killer &killer)
{
    const Exit &newest = exits.front();
    const base::Timestamp since = recordedSince(exits);
    std::vector<Evidence> evidence = exitEvidence(container, newest);
    if (const model::Event *killing = killingEvent(scope, container, killer, since)) {
        evidence.insert(evidence.begin(), eventOf(*killing));
        return killedBy(scope, container, newest, killer, std::move(evidence));
    }
    // Recorders drop bursts (25 events, then one in five minutes): a loop's later failures leave no event of their own.
    const base::Timestamp begun = container.pod.startTime;
    if (endedBySignal(newest) && failureCount(scope, container, killer, begun) >= killer.probe->failureThreshold)
        return killedBy(scope, container, newest, killer, std::move(evidence));
    return std::nullopt;
}

Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::vector<Killer> killers = killersOf(*container);
    const std::vector<Exit> exits = exitsOf(*container);
    if (killers.empty() || !recentExit(scope.cluster, *container) || neverStarted(exits.front().record))
        return no({stateOf(*container)});
    if (!scope.cluster.sees(model::Kind::Event))
        return unknownFor(scope.cluster, model::Kind::Event);
    for (const Killer &killer : killers) {
        if (std::optional<Verdict> verdict = judgeKiller(scope, *container, exits, killer))
            return *verdict;
    }
    const Exit &newest = exits.front();
    const qint64 age = base::secondsBetween(newest.record.finishedAt, scope.cluster.now());
    if (endedBySignal(newest) && age > kEventLifeSeconds)
        return unknown(reason::noMessage, exitEvidence(*container, newest));
    return no(exitEvidence(*container, newest));
}

} // namespace

Check killedByProbe()
{
    return {u"killed_by_probe"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
