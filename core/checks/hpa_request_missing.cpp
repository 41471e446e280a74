#include "core/checks/reasons.h"
#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/evidence.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// pkg/controller/podautoscaler/replica_calculator.go: `missing request for %s in container %s of Pod %s` (the
/// container is named since 1.26).
Facts factsIn(const QString &message)
{
    static const QRegularExpression words(u"missing request for (\\S+)(?: in container (\\S+) of Pod (\\S+))?"_s);
    const auto match = words.match(message);
    if (!match.hasMatch())
        return {};
    return factsOf({{fact::resource, match.captured(1)},
                    {fact::other, match.captured(2)},
                    {fact::blockingPod, match.captured(3)},
                    {fact::message, message}});
}

bool asksFor(const model::Container &container, const QString &resource)
{
    // A limit alone stands for the request, too (SetDefaults_Pod).
    return container.requests.contains(resource) || container.limits.contains(resource);
}

/// The first container of the target's template without a request that the autoscaler takes its percentages of.
Facts factsByTemplate(const Scope &scope, const model::HorizontalPodAutoscaler &autoscaler)
{
    const model::Workload *target = scope.cluster.workload(targetOf(autoscaler));
    const auto &ranges = scope.cluster.limitRanges();
    const bool mayBeDefaulted = std::any_of(ranges.begin(), ranges.end(), [&](const model::LimitRange &range) {
        return range.meta.nameSpace == autoscaler.meta.nameSpace;
    });
    if (!target || !target->podSpec || mayBeDefaulted)
        return {};
    for (const QString &resource : autoscaler.utilized) {
        for (const model::Container &container : target->podSpec->containers) {
            if (!asksFor(container, resource))
                return factsOf({{fact::resource, resource}, {fact::other, container.name}});
        }
    }
    return {};
}

Verdict ask(const Scope &scope)
{
    const model::HorizontalPodAutoscaler *autoscaler =
        scope.cluster.autoscaler(scope.subject.nameSpace, scope.subject.name);
    if (!autoscaler)
        return unknown(reason::noObject);
    const model::Condition *active = model::findCondition(autoscaler->conditions, u"ScalingActive");
    if (active && active->status == "True"_L1)
        return no({conditionOf(scope.subject, *active)});
    Facts facts = active ? factsIn(active->message) : Facts();
    if (!facts.contains(fact::other)) {
        const bool isOtherTrouble = active && facts.empty();
        facts.merge(isOtherTrouble ? Facts() : factsByTemplate(scope, *autoscaler));
    }
    if (facts.empty())
        return active ? no({conditionOf(scope.subject, *active)}) : unknown(reason::noStatus);
    facts.merge(targetFacts(*autoscaler));
    std::vector<Evidence> evidence{fieldOf(scope.subject, u"spec.metrics"_s, facts[fact::resource])};
    if (active)
        evidence.push_back(conditionOf(scope.subject, *active));
    return yes(std::move(evidence), std::move(facts));
}

} // namespace

Check hpaRequestMissing()
{
    return {u"hpa_request_missing"_s,
            {Kind::HorizontalPodAutoscaler},
            ask,
            Answerer::Cluster,
            {Kind::Deployment, Kind::StatefulSet, Kind::ReplicaSet, Kind::LimitRange}};
}

} // namespace faultline::checks
