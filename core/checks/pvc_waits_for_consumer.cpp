#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/scheduling.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// The scheduler has looked, and no volume or free storage fits: then the claim does not wait, it has failed.
bool isRefusedByScheduler(const Scope &scope)
{
    const auto message = schedulerMessage(scope.cluster, *scope.pod);
    return message && parseScheduler(message->text).names(SchedulerClause::Cause::Claim);
}

Verdict byMode(const Scope &scope, const ClaimUse &use, const model::StorageClass &storageClass)
{
    const QString mode = storageClass.volumeBindingMode.isEmpty() ? u"Immediate"_s : storageClass.volumeBindingMode;
    const model::Event *failed = latestEvent(scope.cluster, use.ref, {"ProvisioningFailed"_L1});
    std::vector<Evidence> evidence{fieldOf(refTo(storageClass), u"volumeBindingMode"_s, mode),
                                   fieldOf(use.ref, u"status.phase"_s, use.claim->phase)};
    const bool waits = mode == "WaitForFirstConsumer"_L1 && !failed && !isRefusedByScheduler(scope);
    const Facts facts = claimFacts(scope.cluster, use);
    return waits ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

Verdict byEvent(const Scope &scope, const ClaimUse &use)
{
    const model::Event *event =
        latestEvent(scope.cluster, use.ref,
                    {"WaitForFirstConsumer"_L1, "WaitForPodScheduled"_L1, "ProvisioningFailed"_L1, "FailedBinding"_L1,
                     "VolumeMismatch"_L1, "ExternalProvisioning"_L1});
    if (!event)
        return unknown(reason::noMessage);
    const bool waits = event->reason.startsWith("WaitFor"_L1) && !isRefusedByScheduler(scope);
    const Facts facts = claimFacts(scope.cluster, use);
    return waits ? yes({eventOf(*event)}, facts) : no({eventOf(*event)}, facts);
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const std::vector<ClaimUse> uses = claimsOf(scope.cluster, *scope.pod);
    const ClaimUse *open = firstOpenClaim(uses);
    if (!open)
        return no();
    if (!open->claim)
        return no({fieldOf(refTo(*scope.pod), open->field, open->ref.name)});
    if (const model::StorageClass *storageClass = classOf(scope.cluster, *open->claim))
        return byMode(scope, *open, *storageClass);
    return byEvent(scope, *open);
}

} // namespace

Check pvcWaitsForConsumer()
{
    return {u"pvc_waits_for_consumer"_s,
            {Kind::Pod, Kind::PersistentVolumeClaim},
            ask,
            Answerer::Cluster,
            {Kind::StorageClass, Kind::Event}};
}

} // namespace faultline::checks
