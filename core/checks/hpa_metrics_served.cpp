#include "core/checks/reasons.h"
#include "core/checks/shared/autoscalers.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The API that the numbers come from is not there, or what serves it does not answer: `unable to fetch metrics from
/// resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)`,
/// `... the server is currently unable to handle the request ...`, `no custom metrics API registered`.
bool isApiMissing(const QString &message)
{
    const bool ofApi = message.contains("metrics API"_L1);
    return ofApi &&
           (message.contains("could not find the requested resource"_L1) ||
            message.contains("currently unable to handle the request"_L1) || message.contains("API registered"_L1) ||
            message.contains("no known available metric versions"_L1));
}

Verdict ask(const Scope &scope)
{
    const model::HorizontalPodAutoscaler *autoscaler =
        scope.cluster.autoscaler(scope.subject.nameSpace, scope.subject.name);
    if (!autoscaler)
        return unknown(reason::noObject);
    const model::Condition *active = model::findCondition(autoscaler->conditions, u"ScalingActive");
    if (!active)
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{conditionOf(scope.subject, *active)};
    if (active->status == "True"_L1 || !isApiMissing(active->message))
        return yes(std::move(evidence));
    Facts facts = targetFacts(*autoscaler);
    facts.merge(factsOf({{fact::message, active->message}, {fact::reason, active->reason}}));
    return no(std::move(evidence), std::move(facts));
}

} // namespace

Check hpaMetricsServed() { return {u"hpa_metrics_served"_s, {Kind::HorizontalPodAutoscaler}, ask}; }

} // namespace faultline::checks
