#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/evidence.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    if (claim->phase.isEmpty())
        return unknown(reason::noStatus);
    std::vector<Evidence> evidence{fieldOf(scope.subject, u"status.phase"_s, claim->phase)};
    const Facts facts = factsOf({{fact::claim, claim->meta.name},
                                 {fact::volume, claim->volumeName},
                                 {fact::storageClass, className(scope.cluster, *claim)}});
    return claim->phase == "Bound"_L1 ? yes(std::move(evidence), facts) : no(std::move(evidence), facts);
}

} // namespace

Check claimBound()
{
    return {u"claim_bound"_s, {Kind::PersistentVolumeClaim}, ask, Answerer::Cluster, {Kind::StorageClass}};
}

} // namespace faultline::checks
