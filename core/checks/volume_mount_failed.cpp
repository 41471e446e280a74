#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/mounts.h"
#include "core/checks/shared/volumesource.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr int kCachePatienceSeconds = 120;

/// The kubelet's caches warm up with the Pod: such a complaint goes away by itself
/// (pkg/kubelet/util/manager/cache_based_manager.go, watch_based_manager.go).
bool isPassing(const QString &message)
{
    return message.contains("failed to sync configmap cache"_L1) ||
           message.contains("failed to sync secret cache"_L1) || message.contains("not registered"_L1);
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    const model::Event *event = mountTrouble(scope.cluster, pod);
    if (!event && !scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    if (!event)
        return no();
    const QString message = plainMessage(*event);
    if (isPassing(message) && base::secondsBetween(pod.startTime, scope.cluster.now()) < kCachePatienceSeconds)
        return unknown(reason::tooEarly, {eventOf(*event)});
    return yes({eventOf(*event)}, factsOf({{fact::message, message},
                                           {fact::reason, event->reason},
                                           {fact::mountCause, mountCauseIn(message)},
                                           {fact::volume, volumeNameIn(message)}}));
}

} // namespace

Check volumeMountFailed() { return {u"volume_mount_failed"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
