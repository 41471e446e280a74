#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/saying.h"
#include "core/checks/shared/starting.h"

#include <array>

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

/// Words of the CNI plugins (add failed), of containerd and of CRI-O.
QString sandboxCauseIn(const QString &message)
{
    static constexpr std::array<Saying, 16> all{{{"failed to assign an IP address"_L1, "addresses"_L1},
                                                 {"no IP addresses available"_L1, "addresses"_L1},
                                                 {"no available IP"_L1, "addresses"_L1},
                                                 {"failed to allocate for range"_L1, "addresses"_L1},
                                                 {"No more IPs available"_L1, "addresses"_L1},
                                                 {"IP pool exhausted"_L1, "addresses"_L1},
                                                 {"failed to get sandbox runtime"_L1, "handler"_L1},
                                                 {"failed to find runtime handler"_L1, "handler"_L1},
                                                 {"runtime handler"_L1, "handler"_L1},
                                                 {"failed to get sandbox image"_L1, "pauseImage"_L1},
                                                 {"pause image"_L1, "pauseImage"_L1},
                                                 {"failed to setup network for sandbox"_L1, "plugin"_L1},
                                                 {"cni plugin"_L1, "plugin"_L1},
                                                 {"plugin type="_L1, "plugin"_L1},
                                                 {"networkPlugin"_L1, "plugin"_L1},
                                                 {"network is not ready"_L1, "plugin"_L1}}};
    return meaningOf(message, all);
}

Verdict sandboxFailed(const model::Event &event)
{
    const QString message = plainMessage(event);
    return yes({eventOf(event)}, factsOf({{fact::message, message},
                                          {fact::reason, event.reason},
                                          {fact::sandboxCause, sandboxCauseIn(message)}}));
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
        return sandboxFailed(*event);
    return scope.cluster.sees(Kind::Event) ? no() : unknownFor(scope.cluster, Kind::Event);
}

} // namespace

Check podSandboxFailed() { return {u"pod_sandbox_failed"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
