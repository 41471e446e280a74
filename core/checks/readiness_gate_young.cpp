#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

constexpr int kPatienceSeconds = 300; ///< a cloud load balancer tests a new target for some minutes

/// The containers have been ready for a short time only: whoever sets the gate may still be about to.
Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const model::Condition *containers = model::findCondition(scope.pod->conditions, u"ContainersReady");
    if (!containers || !containers->lastTransition.isValid() || !scope.cluster.now().isValid())
        return unknown(reason::noStatus);
    const qint64 age = base::secondsBetween(containers->lastTransition, scope.cluster.now());
    const Facts facts = factsOf({{fact::age, QString::number(age)}});
    const Evidence evidence = conditionOf(refTo(*scope.pod), *containers);
    return age < kPatienceSeconds ? yes({evidence}, facts) : no({evidence}, facts);
}

} // namespace

Check readinessGateYoung() { return {u"readiness_gate_young"_s, {model::Kind::Pod}, ask}; }

} // namespace faultline::checks
