#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kYoungSeconds = 60;

Evidence startOf(const model::Pod &pod)
{
    const model::Condition *scheduled = model::findCondition(pod.conditions, u"PodScheduled");
    if (scheduled && scheduled->status == "True"_L1 && scheduled->lastTransition.isValid())
        return conditionOf(refTo(pod), *scheduled);
    if (pod.startTime.isValid())
        return fieldOf(refTo(pod), u"status.startTime"_s, pod.startTime.toString(), pod.startTime);
    return fieldOf(refTo(pod), u"metadata.creationTimestamp"_s, pod.meta.created.toString(), pod.meta.created);
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const Evidence start = startOf(*scope.pod);
    if (!start.time.isValid() || !scope.cluster.now().isValid())
        return unknown(reason::noStatus);
    const qint64 age = base::secondsBetween(start.time, scope.cluster.now());
    const Facts facts = factsOf({{fact::age, QString::number(age)}});
    return age < kYoungSeconds ? yes({start}, facts) : no({start}, facts);
}

} // namespace

Check podYoung() { return {u"pod_young"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
