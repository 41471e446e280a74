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
    Facts facts = exitFacts(*container, *exit);
    facts.insert_or_assign(QString(fact::probe), probeText(*probe));
    facts.insert_or_assign(QString(fact::probeBudget), QString::number(probeBudgetSeconds(*probe)));
    return yes(exitEvidence(*container, *exit), std::move(facts));
}

} // namespace

Check probeKillLikely() { return {u"probe_kill_likely"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
