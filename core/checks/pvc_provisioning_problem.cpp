#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/provisioning.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr int kProvisionerPatienceSeconds = 120;

Facts classFacts(const model::Cluster &cluster, const ClaimUse &use)
{
    Facts facts = claimFacts(cluster, use);
    if (isClassMissing(cluster, *use.claim))
        facts.merge(missingClassFacts(cluster, *use.claim->storageClassName));
    return facts;
}

/// storageClassName "" turns provisioning off: somebody has to make the volume by hand.
bool wantsNoClass(const model::PersistentVolumeClaim &claim)
{
    return claim.storageClassName.has_value() && claim.storageClassName->isEmpty();
}

Verdict bySilence(const Scope &scope, const ClaimUse &use, const Facts &facts)
{
    if (!scope.cluster.sees(Kind::Event))
        return unknownFor(scope.cluster, Kind::Event);
    const model::Event *waiting = latestEvent(scope.cluster, use.ref, {"ExternalProvisioning"_L1, "Provisioning"_L1});
    if (!waiting) {
        const bool told = !scope.cluster.eventsOf(use.ref).empty(); // WaitForFirstConsumer and the like
        return told ? no({fieldOf(use.ref, u"status.phase"_s, use.claim->phase)}, facts) : unknown(reason::noMessage);
    }
    const base::Timestamp since = waiting->first.isValid() ? waiting->first : waiting->last;
    if (base::secondsBetween(since, scope.cluster.now()) < kProvisionerPatienceSeconds)
        return unknown(reason::tooEarly, {eventOf(*waiting)});
    Facts all = facts;
    all.insert_or_assign(fact::message, plainMessage(*waiting));
    return yes({eventOf(*waiting)}, std::move(all));
}

Verdict judge(const Scope &scope, const ClaimUse &use)
{
    if (wantsNoClass(*use.claim))
        return no({fieldOf(use.ref, u"spec.storageClassName"_s, u"\"\""_s)}, claimFacts(scope.cluster, use));
    Facts facts = classFacts(scope.cluster, use);
    std::vector<Evidence> evidence;
    if (const model::Event *event = provisioningComplaint(scope.cluster, use.ref)) {
        evidence.push_back(eventOf(*event));
        facts.insert_or_assign(fact::message, plainMessage(*event));
        facts.insert_or_assign(fact::reason, event->reason);
    }
    if (isClassMissing(scope.cluster, *use.claim))
        evidence.push_back(fieldOf(use.ref, u"spec.storageClassName"_s, *use.claim->storageClassName));
    return evidence.empty() ? bySilence(scope, use, facts) : yes(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const std::vector<ClaimUse> uses = claimsOf(scope.cluster, *scope.pod);
    const ClaimUse *open = firstOpenClaim(uses);
    if (!open)
        return no();
    return open->claim ? judge(scope, *open) : unknown(reason::noObject);
}

} // namespace

Check pvcProvisioningProblem()
{
    return {u"pvc_provisioning_problem"_s,
            {Kind::Pod, Kind::PersistentVolumeClaim},
            ask,
            Answerer::Cluster,
            {Kind::StorageClass, Kind::PersistentVolume, Kind::Event}};
}

} // namespace faultline::checks
