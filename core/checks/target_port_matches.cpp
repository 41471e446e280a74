#include "core/checks/reasons.h"
#include "core/checks/shared/ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

enum class Match { Declared, Undeclared, CannotTell };

/// A number that nobody declares is a hint only where the Pod declares its ports at all: containerPort is optional, and
/// the port may be that of a container which declares none.
Match matchOf(const model::ServicePort &port, const model::PodSpec &spec)
{
    const int number = targetNumber(port, spec);
    const std::vector<DeclaredPort> declared = declaredPorts(spec);
    const bool isDeclared = std::any_of(declared.begin(), declared.end(), [&](const DeclaredPort &candidate) {
        return candidate.port->containerPort == number && candidate.port->protocol == port.protocol;
    });
    if (isDeclared)
        return Match::Declared;
    return number != 0 && hasSilentContainer(spec) ? Match::CannotTell : Match::Undeclared;
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    const std::vector<PodShape> shapes = selectedShapes(service, podShapes(scope));
    if (shapes.empty())
        return unknown(reason::noObject);
    // Clients of a headless Service connect to the Pods themselves: its targetPort is translated by nobody.
    const bool isHeadless = service.clusterIP == "None"_L1;
    std::vector<Evidence> evidence;
    bool canTell = true;
    for (size_t index = 0; index < service.ports.size(); ++index) {
        const PodShape &shape = shapes.front();
        const Match match = matchOf(service.ports[index], *shape.spec);
        if (match == Match::Undeclared && !isHeadless)
            return no(portEvidence(service, index, shape), portFacts(service, index, *shape.spec));
        canTell = canTell && match == Match::Declared;
        for (Evidence &item : portEvidence(service, index, shape))
            evidence.push_back(std::move(item));
    }
    return canTell ? yes(std::move(evidence)) : unknown(reason::notTried, std::move(evidence));
}

} // namespace

Check targetPortMatches() { return {u"target_port_matches"_s, {Kind::Service}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
