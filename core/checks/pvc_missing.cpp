#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/scheduling.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// Source: pkg/scheduler/framework/plugins/volumebinding `persistentvolumeclaim %q not found` / `is being deleted`.
Verdict byMessage(const Scope &scope)
{
    static const QRegularExpression gone(u"persistentvolumeclaim \"([^\"]+)\" (?:not found|is being deleted)"_s);
    const auto message = schedulerMessage(scope.cluster, *scope.pod);
    if (!message)
        return unknownFor(scope.cluster, Kind::PersistentVolumeClaim);
    if (const auto match = gone.match(message->text); match.hasMatch()) {
        return yes({message->evidence},
                   missingClaimFacts(scope.cluster,
                                     {Kind::PersistentVolumeClaim, scope.pod->meta.nameSpace, match.captured(1)}));
    }
    if (message->text.contains("unbound immediate PersistentVolumeClaims"_L1))
        return no({message->evidence});
    return unknownFor(scope.cluster, Kind::PersistentVolumeClaim);
}

Verdict missing(const Scope &scope, const ClaimUse &use)
{
    Facts facts = missingClaimFacts(scope.cluster, use.ref);
    facts.insert_or_assign(fact::volume, use.volume);
    std::vector<Evidence> evidence{fieldOf(refTo(*scope.pod), use.field, use.ref.name)};
    if (use.claim) {
        evidence.push_back(fieldOf(use.ref, u"metadata.deletionTimestamp"_s, use.claim->meta.deleted.toString(),
                                   use.claim->meta.deleted));
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
        return byMessage(scope);
    const ClaimUse *open = firstOpenClaim(uses);
    if (open && isMissing(*open))
        return missing(scope, *open);
    const ClaimUse &use = open ? *open : uses.front();
    return no({fieldOf(use.ref, u"status.phase"_s, use.claim->phase)}, claimFacts(scope.cluster, use));
}

} // namespace

Check pvcMissing()
{
    return {u"pvc_missing"_s, {Kind::Pod}, ask, Answerer::Cluster, {Kind::PersistentVolumeClaim, Kind::Event}};
}

} // namespace faultline::checks
