#include "core/checks/reasons.h"
#include "core/checks/shared/endpoints.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ports.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The old Endpoints object leaves out a Pod whose named port is missing; the slices list it without ports. Whether the
/// name resolves is the next question, so this one looks at the Pods.
bool isHiddenByPortName(const Scope &scope, const model::Service &service)
{
    if (scope.cluster.sees(Kind::EndpointSlice) || !scope.cluster.sees(Kind::Pod))
        return false;
    for (const model::Pod *pod : scope.cluster.podsSelectedBy(service)) {
        for (const model::ServicePort &port : service.ports) {
            if (pod->isReady() && targetNumber(port, *pod->spec) == 0)
                return true;
        }
    }
    return false;
}

bool selectsAny(const model::Service &service, const std::vector<PodShape> &shapes)
{
    return std::any_of(shapes.begin(), shapes.end(), [&](const PodShape &shape) { return selects(service, shape); });
}

/// Neither endpoints nor Pods in the input: a plain manifest. What the selector says of the template is what will be.
Verdict fromTemplate(const Scope &scope, const model::Service &service)
{
    // A Service that no workload of its namespace claims, while it fits one of another: nothing will be behind it.
    if (!scope.workload && !namespaceThatFits(scope.cluster, service).isEmpty() &&
        !selectsAny(service, podShapes(scope)))
        return no({fieldOf(service.ref(), u"metadata.namespace"_s, service.meta.nameSpace)});
    const bool isRunning = scope.workload && scope.workload->hasStatus;
    if (isRunning && scope.workload->readyReplicas == 0)
        return unknownFor(scope.cluster, Kind::EndpointSlice);
    const std::vector<PodShape> shapes = podShapes(scope);
    const BestFit best = bestFit(service, shapes);
    if (!best.shape)
        return unknownFor(scope.cluster, Kind::EndpointSlice);
    std::vector<Evidence> evidence = selectorEvidence(service, best);
    return selects(service, *best.shape) ? yes(std::move(evidence), selectorFacts(scope, service, best))
                                         : no(std::move(evidence), selectorFacts(scope, service, best));
}

/// Where only objects to be applied were read there are no Pods yet, and none are missing.
bool isPlainManifest(const Scope &scope)
{
    return scope.workload && !scope.workload->hasStatus && scope.cluster.podsOf(*scope.workload).empty();
}

Facts factsFor(const Scope &scope, const EndpointView &view)
{
    return factsOf({{fact::readyPods, QString::number(view.ready)},
                    {fact::wantedPods, QString::number(view.ready + view.notReady)},
                    {fact::selector, labelsText(scope.service->selector)}});
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    const EndpointView view = endpointsOf(scope.cluster, service);
    const bool noneRead = !seesEndpoints(scope.cluster);
    if (view.readiness == EndpointView::Readiness::Unknown || (noneRead && isPlainManifest(scope)))
        return fromTemplate(scope, service);
    if (view.ready > 0 || isHiddenByPortName(scope, service))
        return yes(view.evidence, factsFor(scope, view));
    std::vector<Evidence> evidence = view.evidence;
    evidence.push_back(fieldOf(service.ref(), u"spec.selector"_s, labelsText(service.selector)));
    return no(std::move(evidence), factsFor(scope, view));
}

} // namespace

Check serviceHasReadyEndpoints()
{
    return {
        u"service_has_ready_endpoints"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::EndpointSlice, Kind::Pod}};
}

} // namespace faultline::checks
