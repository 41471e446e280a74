#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kPatienceSeconds = 60; ///< beyond deletionTimestamp, which already includes the grace period

Verdict stuck(const Scope &scope, qint64 overdue)
{
    const model::Pod &pod = *scope.pod;
    std::vector<Evidence> evidence{
        fieldOf(refTo(pod), u"metadata.deletionTimestamp"_s, pod.meta.deleted.toString(), pod.meta.deleted)};
    if (!pod.meta.finalizers.isEmpty())
        evidence.push_back(fieldOf(refTo(pod), u"metadata.finalizers"_s, pod.meta.finalizers.join(u", "_s)));
    const model::Event *event =
        latestEvent(scope.cluster, refTo(pod), {"FailedKillPod"_L1, "FailedPreStopHook"_L1, "ExceededGracePeriod"_L1});
    if (event)
        evidence.push_back(eventOf(*event));
    return yes(std::move(evidence), factsOf({{fact::age, QString::number(overdue)},
                                             {fact::reason, event ? event->reason : QString()},
                                             {fact::message, event ? plainMessage(*event) : QString()},
                                             {fact::finalizers, pod.meta.finalizers.join(u", "_s)}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    if (!scope.pod->meta.deleted.isValid())
        return no();
    const qint64 overdue = base::secondsBetween(scope.pod->meta.deleted, scope.cluster.now());
    if (overdue > kPatienceSeconds)
        return stuck(scope, overdue);
    return no({fieldOf(refTo(*scope.pod), u"metadata.deletionTimestamp"_s, scope.pod->meta.deleted.toString(),
                       scope.pod->meta.deleted)});
}

} // namespace

Check podStuckTerminating()
{
    return {u"pod_stuck_terminating"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
