#include "core/checks/reasons.h"
#include "core/checks/shared/endpoints.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// A Pod that never came so far as to be an endpoint: not there, not placed, not started, or over.
bool isNoEndpointYet(const PodShape &shape)
{
    return shape.pod == nullptr || (shape.pod->phase != "Running"_L1 && !shape.pod->isReady());
}

std::vector<Evidence> phasesOf(const std::vector<PodShape> &shapes)
{
    std::vector<Evidence> evidence;
    for (const PodShape &shape : shapes) {
        if (shape.pod)
            evidence.push_back(fieldOf(shape.object, u"status.phase"_s, shape.pod->phase));
    }
    return evidence;
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const EndpointView view = endpointsOf(scope.cluster, *scope.service);
    if (view.readiness == EndpointView::Readiness::Unknown)
        return unknownFor(scope.cluster, Kind::EndpointSlice);
    const Facts facts = factsOf({{fact::readyPods, QString::number(view.ready)},
                                 {fact::wantedPods, QString::number(view.ready + view.notReady)}});
    if (view.ready > 0)
        return no(view.evidence, facts);
    if (view.notReady > 0)
        return yes(view.evidence, facts);
    std::vector<PodShape> shapes = podShapes(scope);
    std::erase_if(shapes, [&](const PodShape &shape) { return !selects(*scope.service, shape); });
    if (std::all_of(shapes.begin(), shapes.end(), isNoEndpointYet))
        return yes(phasesOf(shapes), facts);
    return no(view.evidence, facts);
}

} // namespace

Check endpointsNotReady()
{
    return {u"endpoints_not_ready"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::EndpointSlice, Kind::Pod}};
}

} // namespace faultline::checks
