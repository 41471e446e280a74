#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kPatienceSeconds = 120; // what cloud load balancers usually need

/// The cloud's, MetalLB's and others' words alike; what is said of endpoints is about something else.
const model::Event *latestComplaint(const Scope &scope, const model::Service &service)
{
    const model::Event *latest = nullptr;
    for (const model::Event *event : scope.cluster.eventsOf(service.ref())) {
        const bool isMeant = event->type == "Warning"_L1 && !event->reason.contains("Endpoint"_L1);
        if (isMeant && (!latest || event->last >= latest->last))
            latest = event;
    }
    return latest;
}

Verdict withoutAddress(const Scope &scope, const model::Service &service)
{
    std::vector<Evidence> evidence{fieldOf(service.ref(), u"status.loadBalancer.ingress"_s, {})};
    const model::Event *failed = latestComplaint(scope, service);
    if (failed) {
        evidence.push_back(eventOf(*failed));
        return no(std::move(evidence),
                  factsOf({{fact::message, plainMessage(*failed)}, {fact::reason, failed->reason}}));
    }
    if (!service.meta.created.isValid())
        return unknown(reason::noStatus, std::move(evidence));
    const qint64 age = base::secondsBetween(service.meta.created, scope.cluster.now());
    if (age <= kPatienceSeconds)
        return unknown(reason::tooEarly, std::move(evidence));
    return no(std::move(evidence), factsOf({{fact::age, QString::number(age)}}));
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    if (!service.loadBalancerAddresses.isEmpty()) {
        const QString addresses = service.loadBalancerAddresses.join(", "_L1);
        return yes({fieldOf(service.ref(), u"status.loadBalancer.ingress"_s, addresses)},
                   factsOf({{fact::host, service.loadBalancerAddresses.front()}}));
    }
    if (service.type == "LoadBalancer"_L1)
        return withoutAddress(scope, service);
    return yes({fieldOf(service.ref(), u"spec.type"_s, service.type)});
}

} // namespace

Check serviceLbAddress() { return {u"service_lb_address"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Event}}; }

} // namespace faultline::checks
