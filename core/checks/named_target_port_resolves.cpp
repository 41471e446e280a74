#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The first shape on which the name of that port is not declared, or nullptr.
const PodShape *firstWithout(const model::ServicePort &port, const std::vector<PodShape> &shapes)
{
    const auto found = std::find_if(shapes.begin(), shapes.end(),
                                    [&](const PodShape &shape) { return targetNumber(port, *shape.spec) == 0; });
    return found == shapes.end() ? nullptr : &*found;
}

Verdict missing(const model::Service &service, size_t index, const PodShape &shape)
{
    Facts facts = portFacts(service, index, *shape.spec);
    facts.merge(factsOf({{fact::missingName, service.ports[index].targetPort.name}}));
    return no(portEvidence(service, index, shape), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    const std::vector<PodShape> shapes = selectedShapes(service, podShapes(scope));
    std::vector<Evidence> evidence;
    for (size_t index = 0; index < service.ports.size(); ++index) {
        const model::ServicePort &port = service.ports[index];
        if (port.targetPort.name.isEmpty())
            continue;
        if (shapes.empty())
            return unknown(reason::noObject);
        if (const PodShape *shape = firstWithout(port, shapes))
            return missing(service, index, *shape);
        evidence.push_back(fieldOf(service.ref(), targetPortField(index), port.targetPort.name));
    }
    return yes(std::move(evidence), factsOf({{fact::servicePorts, servicePortsText(service)}}));
}

} // namespace

Check namedTargetPortResolves()
{
    return {u"named_target_port_resolves"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Pod}};
}

} // namespace faultline::checks
