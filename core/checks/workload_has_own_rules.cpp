#include "core/checks/reasons.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    if (!scope.workload)
        return unknown(reason::noObject);
    const model::Workload &workload = *scope.workload;
    const bool own = workload.kind == Kind::StatefulSet || workload.kind == Kind::DaemonSet ||
                     workload.kind == Kind::Job || workload.kind == Kind::CronJob;
    std::vector<Evidence> evidence{fieldOf(workload.ref(), u"kind"_s, model::kindName(workload.kind))};
    return own ? yes(std::move(evidence)) : no(std::move(evidence));
}

} // namespace

Check workloadHasOwnRules() { return {u"workload_has_own_rules"_s, {}, ask}; }

} // namespace faultline::checks
