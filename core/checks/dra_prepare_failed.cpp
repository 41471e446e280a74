#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/starting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The kubelet asks the driver on the node before it makes the sandbox (pkg/kubelet: PrepareDynamicResources).
const model::Event *prepareTrouble(const model::Cluster &cluster, const model::Pod &pod)
{
    if (!isBeforeContainers(pod))
        return nullptr;
    return troubleAtStart(cluster, pod, {"FailedPrepareDynamicResources"_L1},
                          {"FailedCreatePodSandBox"_L1, "Pulling"_L1, "Pulled"_L1, "Created"_L1, "Started"_L1});
}

QString firstClaim(const model::Pod &pod)
{
    if (!pod.resourceClaims.empty())
        return pod.resourceClaims.front().claimName;
    return pod.spec->resourceClaims.empty() ? QString() : pod.spec->resourceClaims.front().claimName;
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.spec->resourceClaims.empty())
        return no();
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    const model::Event *event = prepareTrouble(scope.cluster, pod);
    if (!event)
        return no();
    return yes({eventOf(*event)}, factsOf({{fact::message, plainMessage(*event)},
                                           {fact::reason, event->reason},
                                           {fact::claim, firstClaim(pod)}}));
}

} // namespace

Check draPrepareFailed() { return {u"dra_prepare_failed"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
