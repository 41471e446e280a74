#include "core/checks/reasons.h"
#include "core/checks/shared/candidates.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/ingresses.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

void addBackends(const model::Ingress &ingress, const model::Service &service, std::vector<Evidence> &evidence)
{
    for (const model::IngressPath &path : ingress.backends()) {
        if (!path.backend.isResource && path.backend.serviceName == service.meta.name)
            evidence.push_back(fieldOf(ingress.ref(), serviceNameField(path), path.backend.serviceName));
    }
}

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const std::vector<const model::Ingress *> ingresses = ingressesFor(scope.cluster, *scope.service);
    if (ingresses.empty())
        return no();
    std::vector<Evidence> evidence;
    for (const model::Ingress *ingress : ingresses)
        addBackends(*ingress, *scope.service, evidence);
    return yes(std::move(evidence));
}

} // namespace

Check ingressForService() { return {u"ingress_for_service"_s, {Kind::Ingress}, ask}; }

} // namespace faultline::checks
