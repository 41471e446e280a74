#include "core/checks/shared/exits.h"
#include "core/checks/shared/probes.h"
#include "core/checks/shared/troubledcontainer.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

/// An end by SIGTERM or SIGKILL that no OOM record explains comes from outside; with a probe that restarts, most often
/// from that.
Verdict ask(const Scope &scope)
{
    const std::optional<ContainerView> container = askedContainer(scope);
    if (!container)
        return noContainer(scope);
    const std::optional<model::Probe> &probe =
        container->spec.liveness ? container->spec.liveness : container->spec.startup;
    const std::optional<Exit> exit = recentExit(scope.cluster, *container);
    if (!probe || !exit || exit->record.reason != "Error"_L1 ||
        (exit->record.exitCode != 137 && exit->record.exitCode != 143))
        return no({stateOf(*container)});
    const QLatin1StringView field = container->spec.liveness ? "livenessProbe"_L1 : "startupProbe"_L1;
    const ProbeView view{container->pod, container->spec, field, *probe};
    std::vector<Evidence> evidence = exitEvidence(*container, *exit);
    for (Evidence &seen : probeEvidence(view))
        evidence.push_back(std::move(seen));
    Facts facts = probeFacts(view, {});
    facts.merge(exitFacts(*container, *exit));
    return yes(std::move(evidence), std::move(facts));
}

} // namespace

Check probeKillLikely() { return {u"probe_kill_likely"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
