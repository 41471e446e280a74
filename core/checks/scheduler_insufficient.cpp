#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/nodefit.h"
#include "core/checks/shared/scaling.h"
#include "core/checks/shared/scheduling.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using Cause = SchedulerClause::Cause;

constexpr int kPatienceSeconds = 30; ///< a running scheduler writes PodScheduled long before

QString firstResource(const SchedulerWords &words)
{
    for (const SchedulerClause &clause : words.clauses) {
        if (clause.cause == Cause::Resource)
            return clause.text.startsWith("Insufficient "_L1) ? clause.text.section(u' ', 1, 1) : u"pods"_s;
    }
    return {};
}

QString requestOf(const model::Pod &pod, const QString &resource)
{
    const model::Resources requests = model::effectiveRequests(*pod.spec);
    const auto found = requests.find(resource);
    return found == requests.end() ? QString() : found->second.toString(resource != "cpu"_L1);
}

Verdict judge(const model::Cluster &cluster, const model::Pod &pod, const SchedulerMessage &message)
{
    const SchedulerWords words = parseScheduler(message.text);
    if (words.names(Cause::NoNodes)) {
        return yes(
            {message.evidence},
            factsOf({{fact::message, message.text}, {fact::reason, message.text}, {fact::clause, u"noNodes"_s}}));
    }
    if (!words.names(Cause::Resource))
        return no({message.evidence}, factsOf({{fact::message, message.text}}));
    const std::vector<NodeFit> fits = nodeFits(cluster, pod);
    const QString resource = firstResource(words);
    Facts facts = roomFacts(pod, fits);
    facts.merge(factsOf({{fact::message, message.text},
                         {fact::reason, words.reason(Cause::Resource)},
                         {fact::otherReason, words.reason(Cause::Placement)},
                         {fact::resource, resource},
                         {fact::requested, requestOf(pod, resource)},
                         {fact::nodes, words.nodes(Cause::Resource)}}));
    std::vector<Evidence> evidence = fitEvidence(fits);
    if (const auto scaling = scaleUpOf(cluster, pod)) {
        evidence.insert(evidence.begin(), eventOf(scaling->event));
        facts.merge(factsOf({{fact::scaleUp, scaling->outcome}, {fact::scaleUpWords, plainMessage(scaling->event)}}));
    }
    evidence.insert(evidence.begin(), message.evidence);
    return yes(std::move(evidence), std::move(facts));
}

/// Nobody has looked at the Pod. Once it is old enough that is not a matter of room.
Verdict silent(const Scope &scope)
{
    const base::Timestamp created = scope.pod->meta.created;
    if (!created.isValid() || base::secondsBetween(created, scope.cluster.now()) < kPatienceSeconds)
        return unknown(reason::tooEarly);
    return no({fieldOf(refTo(*scope.pod), u"metadata.creationTimestamp"_s, created.toString(), created)});
}

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
        return judge(scope.cluster, pod, *message);
    const model::Condition *scheduled = model::findCondition(pod.conditions, u"PodScheduled");
    if (scheduled && scheduled->reason == "SchedulerError"_L1) {
        return unknown(reason::ambiguous, {conditionOf(refTo(pod), *scheduled)},
                       factsOf({{fact::message, scheduled->message}}));
    }
    return silent(scope);
}

} // namespace

Check schedulerInsufficient()
{
    return {u"scheduler_insufficient"_s,
            {model::Kind::Pod},
            ask,
            Answerer::Cluster,
            {model::Kind::Event, model::Kind::Node}};
}

} // namespace faultline::checks
