#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr qint64 kPatienceSeconds = 60;

Facts holderFacts(const Scope &scope, const model::PersistentVolumeClaim &claim)
{
    const auto pods = podsMounting(scope.cluster, scope.subject);
    return factsOf({{fact::since, claim.meta.deleted.toString()},
                    {fact::volume, claim.volumeName},
                    {fact::finalizers, claim.meta.finalizers.join(u", "_s)},
                    {fact::blockingPod, pods.empty() ? QString() : pods.front()->meta.name},
                    {fact::podsThere, pods.empty() ? QString() : QString::number(pods.size())}});
}

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    if (!claim->meta.deleted.isValid())
        return no();
    std::vector<Evidence> evidence{
        fieldOf(scope.subject, u"metadata.deletionTimestamp"_s, claim->meta.deleted.toString(), claim->meta.deleted),
        fieldOf(scope.subject, u"metadata.finalizers"_s, claim->meta.finalizers.join(u','))};
    if (base::secondsBetween(claim->meta.deleted, scope.cluster.now()) < kPatienceSeconds)
        return unknown(reason::tooEarly, std::move(evidence));
    return yes(std::move(evidence), holderFacts(scope, *claim));
}

} // namespace

Check claimHeld() { return {u"claim_held"_s, {Kind::PersistentVolumeClaim}, ask, Answerer::Cluster, {Kind::Pod}}; }

} // namespace faultline::checks
