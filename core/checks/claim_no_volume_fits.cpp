#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/evidence.h"
#include "core/checks/shared/volumes.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

/// True when nobody makes a volume for this claim: it names one, wants no class, or its class only sorts volumes that
/// were made by hand.
bool needsVolumeByHand(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim)
{
    const model::StorageClass *storageClass = classOf(cluster, claim);
    const bool noClass = claim.storageClassName && claim.storageClassName->isEmpty();
    return !claim.volumeName.isEmpty() || noClass ||
           (storageClass && storageClass->provisioner == "kubernetes.io/no-provisioner"_L1);
}

/// No by-hand volume fits: with the one that comes closest, and what keeps them apart.
Verdict noneFits(const Scope &scope, const model::PersistentVolumeClaim &claim, std::vector<Evidence> evidence)
{
    const auto closest = closestVolume(scope.cluster, claim);
    if (!closest)
        return yes(std::move(evidence), factsOf({{fact::requested, claim.requestedStorage}}));
    evidence.push_back(fieldOf(refTo(*closest->volume), closest->field, closest->value));
    return yes(std::move(evidence), factsOf({{fact::requested, claim.requestedStorage},
                                             {fact::volume, closest->volume->meta.name},
                                             {fact::mismatch, closest->mismatch}}));
}

Verdict ask(const Scope &scope)
{
    const model::PersistentVolumeClaim *claim = scope.cluster.claim(scope.subject.nameSpace, scope.subject.name);
    if (!claim)
        return unknown(reason::noObject);
    std::vector<Evidence> evidence{
        fieldOf(scope.subject, u"spec.storageClassName"_s, className(scope.cluster, *claim))};
    if (!needsVolumeByHand(scope.cluster, *claim))
        return no(std::move(evidence));
    if (hasFittingVolume(scope.cluster, *claim))
        return no(std::move(evidence));
    return noneFits(scope, *claim, std::move(evidence));
}

} // namespace

Check claimNoVolumeFits()
{
    return {u"claim_no_volume_fits"_s,
            {Kind::PersistentVolumeClaim, Kind::PersistentVolume},
            ask,
            Answerer::Cluster,
            {Kind::StorageClass}};
}

} // namespace faultline::checks
