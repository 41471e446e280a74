#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/probes.h"
#include "core/checks/shared/readiness.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict pending(const Scope &scope, const ProbedContainer &probed)
{
    const model::Event *event = latestProbeFailure(scope.cluster, *scope.pod, probed.status->name, "Startup"_L1);
    std::vector<Evidence> evidence{
        fieldOf(refTo(*scope.pod), u"status.containerStatuses["_s + probed.status->name + u"].started"_s, u"false"_s)};
    if (event)
        evidence.push_back(eventOf(*event));
    if (isStartingUp(scope.cluster, *scope.pod, probed))
        return unknown(reason::tooEarly, std::move(evidence));
    const ProbeView view{*scope.pod, *probed.spec, "startupProbe"_L1, *probed.spec->startup};
    for (Evidence &seen : probeEvidence(view))
        evidence.push_back(std::move(seen));
    return yes(std::move(evidence), probeFacts(view, event ? plainMessage(*event) : QString()));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    if (scope.pod->phase.isEmpty())
        return unknown(reason::noStatus);
    const auto probed = containerInStartup(*scope.pod, scope.container);
    return probed ? pending(scope, *probed) : no();
}

} // namespace

Check startupProbePending() { return {u"startup_probe_pending"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
