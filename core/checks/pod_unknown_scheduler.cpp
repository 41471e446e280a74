#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr int kPatienceSeconds = 30;

/// Anything at all that a scheduler wrote about this Pod.
std::optional<Evidence> schedulerSign(const Scope &scope)
{
    const model::Pod &pod = *scope.pod;
    if (!pod.nodeName.isEmpty())
        return fieldOf(refTo(pod), u"spec.nodeName"_s, pod.nodeName);
    if (const model::Condition *scheduled = model::findCondition(pod.conditions, u"PodScheduled"))
        return conditionOf(refTo(pod), *scheduled);
    if (const model::Event *event = latestEvent(scope.cluster, refTo(pod), {"FailedScheduling"_L1, "Scheduled"_L1}))
        return eventOf(*event);
    return {};
}

Verdict silent(const Scope &scope, const QString &scheduler)
{
    const model::Pod &pod = *scope.pod;
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    if (base::secondsBetween(pod.meta.created, scope.cluster.now()) < kPatienceSeconds)
        return unknown(reason::tooEarly);
    return yes({fieldOf(refTo(pod), u"spec.schedulerName"_s, scheduler)}, factsOf({{fact::scheduler, scheduler}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const QString &scheduler = scope.pod->spec->schedulerName;
    if (scheduler.isEmpty() || scheduler == "default-scheduler"_L1)
        return no({fieldOf(refTo(*scope.pod), u"spec.schedulerName"_s, scheduler)});
    if (auto sign = schedulerSign(scope))
        return no({std::move(*sign)}, factsOf({{fact::scheduler, scheduler}}));
    return scope.pod->phase.isEmpty() ? unknown(reason::noStatus) : silent(scope, scheduler);
}

} // namespace

Check podUnknownScheduler() { return {u"pod_unknown_scheduler"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
