#include "core/base/fuzzy.h"
#include "core/checks/reasons.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using model::Kind;

constexpr int kProvisionerPatienceSeconds = 120;

/// A class that does not exist may still be a label that binds volumes made by hand
/// (pkg/controller/volume/persistentvolume): then a free volume of that class is there.
bool isClassMissing(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim)
{
    if (!cluster.sees(Kind::StorageClass) || classOf(cluster, claim))
        return false;
    const QString wanted = claim.storageClassName.value_or(QString());
    const std::vector<model::PersistentVolume> &volumes = cluster.data().volumes;
    return !wanted.isEmpty() &&
           std::none_of(volumes.begin(), volumes.end(), [&wanted](const model::PersistentVolume &volume) {
               return volume.storageClassName == wanted && volume.phase == "Available"_L1;
           });
}

Facts classFacts(const model::Cluster &cluster, const ClaimUse &use)
{
    Facts facts = claimFacts(cluster, use);
    if (!isClassMissing(cluster, *use.claim))
        return facts;
    QStringList names;
    for (const model::StorageClass &storageClass : cluster.data().storageClasses)
        names.append(storageClass.meta.name);
    const QString wanted = *use.claim->storageClassName;
    facts.merge(factsOf({{fact::missingKind, u"StorageClass"_s},
                         {fact::missingName, wanted},
                         {fact::similar, base::closest(wanted, names)}}));
    return facts;
}

/// storageClassName "" turns provisioning off: somebody has to make the volume by hand.
bool wantsNoClass(const model::PersistentVolumeClaim &claim)
{
    return claim.storageClassName.has_value() && claim.storageClassName->isEmpty();
}

/// The provisioner's or the binder's newest complaint that no success has followed.
const model::Event *complaint(const model::Cluster &cluster, const ClaimUse &use)
{
    const model::Event *failed =
        latestEvent(cluster, use.ref, {"ProvisioningFailed"_L1, "FailedBinding"_L1, "VolumeMismatch"_L1});
    const model::Event *done = latestEvent(cluster, use.ref, {"ProvisioningSucceeded"_L1});
    return failed && done && failed->last < done->last ? nullptr : failed;
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
    if (const model::Event *event = complaint(scope.cluster, use)) {
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
