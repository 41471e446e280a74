#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kPatienceSeconds = 120; // controllers write the status once a minute or so

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const model::Ingress &ingress = *scope.ingress;
    std::vector<Evidence> evidence{
        fieldOf(ingress.ref(), u"status.loadBalancer.ingress"_s, ingress.addresses.join(", "_L1))};
    if (!ingress.addresses.isEmpty())
        return yes(std::move(evidence));
    if (!ingress.meta.created.isValid())
        return unknown(reason::noStatus, std::move(evidence));
    const qint64 age = base::secondsBetween(ingress.meta.created, scope.cluster.now());
    if (age <= kPatienceSeconds)
        return unknown(reason::tooEarly, std::move(evidence));
    return no(std::move(evidence), factsOf({{fact::age, QString::number(age)}}));
}

} // namespace

Check ingressHasAddress() { return {u"ingress_has_address"_s, {Kind::Ingress}, ask}; }

} // namespace faultline::checks
