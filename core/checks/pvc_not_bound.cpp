#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/scheduling.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Claims are out of sight: the scheduler's words may still name them.
Verdict byMessage(const Scope &scope, const ClaimUse &use)
{
    const auto message = schedulerMessage(scope.cluster, *scope.pod);
    if (!message || !parseScheduler(message->text).names(SchedulerClause::Cause::Claim))
        return unknownFor(scope.cluster, Kind::PersistentVolumeClaim);
    Facts facts = claimFacts(scope.cluster, use);
    facts.insert_or_assign(fact::message, message->text);
    return yes({message->evidence}, std::move(facts));
}

Verdict notBound(const Scope &scope, const ClaimUse &use)
{
    std::vector<Evidence> evidence{fieldOf(refTo(*scope.pod), use.field, use.ref.name)};
    if (use.claim)
        evidence.push_back(fieldOf(use.ref, u"status.phase"_s, use.claim->phase));
    Facts facts = claimFacts(scope.cluster, use);
    if (const auto message = schedulerMessage(scope.cluster, *scope.pod)) {
        evidence.push_back(message->evidence);
        facts.insert_or_assign(fact::message, message->text);
    }
    return yes(std::move(evidence), std::move(facts));
}

Verdict ask(const Scope &scope)
{
    if (!scope.pod)
        return unknown(reason::noObject);
    const std::vector<ClaimUse> uses = claimsOf(scope.cluster, *scope.pod);
    if (uses.empty())
        return no();
    if (!scope.cluster.sees(Kind::PersistentVolumeClaim))
        return byMessage(scope, uses.front());
    const ClaimUse *open = firstOpenClaim(uses);
    if (!open)
        return no({fieldOf(uses.front().ref, u"status.phase"_s, uses.front().claim->phase)});
    if (open->claim && open->claim->phase.isEmpty())
        return unknown(reason::noStatus);
    return notBound(scope, *open);
}

} // namespace

Check pvcNotBound()
{
    return {u"pvc_not_bound"_s,
            {Kind::Pod},
            ask,
            Answerer::Cluster,
            {Kind::PersistentVolumeClaim, Kind::StorageClass, Kind::Event}};
}

} // namespace faultline::checks
