#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const bool suspended = scope.workload->suspended;
    std::vector<Evidence> evidence{
        fieldOf(scope.workload->ref(), u"spec.suspend"_s, suspended ? u"true"_s : u"false"_s)};
    return suspended ? yes(std::move(evidence)) : no(std::move(evidence));
}

} // namespace

Check workloadSuspended() { return {u"workload_suspended"_s, {}, ask}; }

} // namespace faultline::checks
