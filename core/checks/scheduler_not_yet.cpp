#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/scheduling.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kPatienceSeconds = 30; ///< a running scheduler writes PodScheduled long before

/// Words of the scheduler count from the first second.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Pod &pod = *scope.pod;
    if (!pod.nodeName.isEmpty())
        return no({fieldOf(refTo(pod), u"spec.nodeName"_s, pod.nodeName)});
    if (pod.phase.isEmpty())
        return unknown(reason::noStatus);
    if (const auto message = schedulerMessage(scope.cluster, pod))
        return no({message->evidence});
    if (const model::Condition *scheduled = model::findCondition(pod.conditions, u"PodScheduled"))
        return no({conditionOf(refTo(pod), *scheduled)});
    const base::Timestamp created = pod.meta.created;
    if (!created.isValid() || !scope.cluster.now().isValid())
        return unknown(reason::noStatus);
    const qint64 age = base::secondsBetween(created, scope.cluster.now());
    std::vector<Evidence> evidence{fieldOf(refTo(pod), u"metadata.creationTimestamp"_s, created.toString(), created)};
    return age < kPatienceSeconds ? yes(std::move(evidence), factsOf({{fact::age, QString::number(age)}}))
                                  : no(std::move(evidence));
}

} // namespace

Check schedulerNotYet()
{
    return {u"scheduler_not_yet"_s, {model::Kind::Pod}, ask, Answerer::Cluster, {model::Kind::Event}};
}

} // namespace faultline::checks
