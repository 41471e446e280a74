#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/starting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The kubelet mounts volumes, then makes the sandbox, then pulls: what comes later in that order overcomes it.
const model::Event *sandboxTrouble(const Scope &scope)
{
    return troubleAtStart(
        scope.cluster, *scope.pod,
        {"FailedCreatePodSandBox"_L1, "FailedPodSandBoxStatus"_L1, "NetworkNotReady"_L1, "FailedCreatePodContainer"_L1},
        {"FailedMount"_L1, "FailedAttachVolume"_L1, "Pulling"_L1, "Pulled"_L1, "Created"_L1, "Started"_L1});
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const model::Condition *ready = model::findCondition(pod.conditions, u"PodReadyToStartContainers");
    if (ready && ready->status == "True"_L1)
        return no({conditionOf(refTo(pod), *ready)});
    if (!isBeforeContainers(pod))
        return no({fieldOf(refTo(pod), u"status.phase"_s, pod.phase)});
    if (const model::Event *event = sandboxTrouble(scope))
        return yes({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)}, {fact::reason, event->reason}}));
    return scope.cluster.sees(Kind::Event) ? no() : unknownFor(scope.cluster, Kind::Event);
}

} // namespace

Check podSandboxFailed() { return {u"pod_sandbox_failed"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
