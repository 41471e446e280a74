#include "core/checks/reasons.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// What controllers write on an Ingress that they cannot carry out: F5's (Rejected, AddedOrUpdatedWithError), AWS
/// (FailedBuildModel, FailedDeployModel), GCE (Translate, Sync), ingress-nginx and others.
const model::Event *latestRefusal(const Scope &scope)
{
    return latestEvent(scope.cluster, scope.ingress->ref(),
                       {"Rejected"_L1, "AddedOrUpdatedWithError"_L1, "UpdatedWithError"_L1,
                        "AddedOrUpdatedWithWarning"_L1, "FailedBuildModel"_L1, "FailedDeployModel"_L1, "Translate"_L1,
                        "Sync"_L1, "SyncError"_L1, "IngressError"_L1, "BackendError"_L1});
}

/// What the same controllers write when it went well.
const model::Event *latestSuccess(const Scope &scope)
{
    return latestEvent(scope.cluster, scope.ingress->ref(),
                       {"AddedOrUpdated"_L1, "SuccessfullyReconciled"_L1, "IPChanged"_L1});
}

Verdict ask(const Scope &scope)
{
    if (!scope.ingress)
        return unknown(reason::noObject);
    const model::Event *refusal = latestRefusal(scope);
    if (!refusal || refusal->type != "Warning"_L1)
        return no();
    const model::Event *success = latestSuccess(scope);
    if (success && isSince(*success, refusal->last))
        return no({eventOf(*success)});
    return yes({eventOf(*refusal)},
               factsOf({{fact::reason, refusal->reason}, {fact::message, plainMessage(*refusal)}}));
}

} // namespace

Check ingressRefused() { return {u"ingress_refused"_s, {Kind::Ingress, Kind::Event}, ask}; }

} // namespace faultline::checks
