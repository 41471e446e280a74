#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/saying.h"

#include <QtCore/QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

bool isEviction(const model::Condition &target)
{
    return target.status == "True"_L1 &&
           (target.reason == "EvictionByEvictionAPI"_L1 || target.reason == "PreemptionByScheduler"_L1 ||
            target.reason == "DeletionByTaintManager"_L1);
}

/// "memory" out of "The node was low on resource: memory. Threshold quantity: ..." (pkg/kubelet/eviction/helpers.go).
QString resourceIn(const QString &message)
{
    static const QRegularExpression low(u"low on resource: ([^.\\s]+)"_s);
    return low.match(message).captured(1);
}

/// Words of pkg/kubelet/eviction/helpers.go and of the conditions' reasons.
QString evictionCauseIn(const QString &reason, const QString &message)
{
    static constexpr std::array<Saying, 14> all{{{"Preempt"_L1, "preempted"_L1},
                                                 {"EvictionByEvictionAPI"_L1, "asked"_L1},
                                                 {"DeletionByTaintManager"_L1, "asked"_L1},
                                                 {"exceeded its local ephemeral storage"_L1, "ownLimit"_L1},
                                                 {"exceeds the total limit of containers"_L1, "ownLimit"_L1},
                                                 {"Usage of EmptyDir volume"_L1, "ownLimit"_L1},
                                                 {"low on resource: memory"_L1, "memory"_L1},
                                                 {"low on resource: ephemeral-storage"_L1, "disk"_L1},
                                                 {"low on resource: inodes"_L1, "disk"_L1},
                                                 {"low on resource: pids"_L1, "processes"_L1},
                                                 {"MemoryPressure"_L1, "memory"_L1},
                                                 {"DiskPressure"_L1, "disk"_L1},
                                                 {"PIDPressure"_L1, "processes"_L1},
                                                 {"low on resource: "_L1, "disk"_L1}}};
    return meaningOf(reason + u' ' + message, all);
}

Verdict evicted(const model::Pod &pod, const QString &reason, const QString &message, Evidence evidence)
{
    std::vector<Evidence> all{std::move(evidence)};
    if (!pod.message.isEmpty())
        all.push_back(fieldOf(refTo(pod), u"status.message"_s, pod.message));
    return yes(std::move(all), factsOf({{fact::reason, reason},
                                        {fact::message, message},
                                        {fact::resource, resourceIn(message)},
                                        {fact::evictionCause, evictionCauseIn(reason, message)}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    if (pod.reason == "Evicted"_L1 || pod.reason == "Preempting"_L1)
        return evicted(pod, pod.reason, pod.message, fieldOf(refTo(pod), u"status.reason"_s, pod.reason));
    const model::Condition *target = model::findCondition(pod.conditions, u"DisruptionTarget");
    if (target && isEviction(*target))
        return evicted(pod, target->reason, target->message, conditionOf(refTo(pod), *target));
    return no({fieldOf(refTo(pod), u"status.reason"_s, pod.reason)});
}

} // namespace

Check podEvicted() { return {u"pod_evicted"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
