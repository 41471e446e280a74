#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/probes.h"
#include "core/checks/shared/readiness.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Evidence notReadyOf(const model::Pod &pod, const model::ContainerStatus &status)
{
    return fieldOf(refTo(pod), u"status.containerStatuses["_s + status.name + u"].ready"_s, u"false"_s);
}

Verdict failing(const model::Pod &pod, const ProbedContainer &probed, const model::Event *event)
{
    const ProbeView view{pod, *probed.spec, "readinessProbe"_L1, *probed.spec->readiness};
    std::vector<Evidence> evidence{notReadyOf(pod, *probed.status)};
    if (event)
        evidence.push_back(eventOf(*event));
    for (Evidence &seen : probeEvidence(view))
        evidence.push_back(std::move(seen));
    return yes(std::move(evidence), probeFacts(view, event ? plainMessage(*event) : QString()));
}

Verdict judge(const Scope &scope, const ProbedContainer &probed)
{
    const model::Pod &pod = *scope.pod;
    const base::Timestamp started = probed.status->state.startedAt;
    // An event of this run counts as long as the container stays not ready: the recorder drops repetitions.
    const model::Event *event = latestProbeFailure(scope.cluster, pod, probed.status->name, "Readiness"_L1);
    if (event && isSince(*event, started))
        return failing(pod, probed, event);
    if (isBeforeReadiness(scope.cluster, probed))
        return no({notReadyOf(pod, *probed.status)});
    if (base::secondsBetween(started, scope.cluster.now()) > probeBudgetSeconds(*probed.spec->readiness))
        return failing(pod, probed, nullptr);
    return scope.cluster.sees(Kind::Event) ? no({notReadyOf(pod, *probed.status)})
                                           : unknownFor(scope.cluster, Kind::Event);
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    if (scope.pod->phase.isEmpty())
        return unknown(reason::noStatus);
    const auto probed = containerNotReady(*scope.pod, scope.container);
    return probed ? judge(scope, *probed) : no();
}

} // namespace

Check readinessProbeFailing()
{
    return {u"readiness_probe_failing"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}};
}

} // namespace faultline::checks
