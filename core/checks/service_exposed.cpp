#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    std::vector<Evidence> evidence{fieldOf(service.ref(), u"spec.type"_s, service.type)};
    if (!service.externalIPs.isEmpty())
        evidence.push_back(fieldOf(service.ref(), u"spec.externalIPs"_s, service.externalIPs.join(", "_L1)));
    const bool isOpen = service.type == "LoadBalancer"_L1 || service.type == "NodePort"_L1;
    return isOpen || !service.externalIPs.isEmpty() ? yes(std::move(evidence)) : no(std::move(evidence));
}

} // namespace

Check serviceExposed() { return {u"service_exposed"_s, {Kind::Service}, ask}; }

} // namespace faultline::checks
