#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/services.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.service)
        return unknown(reason::noObject);
    const model::Service &service = *scope.service;
    if (service.type == "ExternalName"_L1) {
        return yes({fieldOf(service.ref(), u"spec.type"_s, service.type),
                    fieldOf(service.ref(), u"spec.externalName"_s, service.externalName)},
                   factsOf({{fact::reason, service.type}, {fact::host, service.externalName}}));
    }
    const QString selector = labelsText(service.selector);
    std::vector<Evidence> evidence{fieldOf(service.ref(), u"spec.selector"_s, selector)};
    return service.choosesPods() ? no(std::move(evidence), factsOf({{fact::selector, selector}}))
                                 : yes(std::move(evidence));
}

} // namespace

Check serviceSpecial() { return {u"service_special"_s, {Kind::Service}, ask}; }

} // namespace faultline::checks
