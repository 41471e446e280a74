#include "core/checks/shared/claims.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

const model::StorageClass *defaultClass(const model::Cluster &cluster)
{
    // With several the newest wins (pkg/volume/util/storageclass.go, since 1.26).
    const model::StorageClass *newest = nullptr;
    for (const model::StorageClass &storageClass : cluster.storageClasses()) {
        if (storageClass.isDefault && (!newest || storageClass.meta.created > newest->meta.created))
            newest = &storageClass;
    }
    return newest;
}

QString claimName(const model::Pod &pod, const model::Volume &volume)
{
    return volume.source == model::Volume::Source::Ephemeral ? pod.meta.name + u'-' + volume.name : volume.target;
}

} // namespace

std::vector<ClaimUse> claimsOf(const model::Cluster &cluster, const model::Pod &pod)
{
    std::vector<ClaimUse> uses;
    for (size_t index = 0; index < pod.spec->volumes.size(); ++index) {
        const model::Volume &volume = pod.spec->volumes[index];
        const bool ephemeral = volume.source == model::Volume::Source::Ephemeral;
        if (!ephemeral && volume.source != model::Volume::Source::Claim)
            continue;
        const QString name = claimName(pod, volume);
        const QString field =
            u"spec.volumes[%1]."_s.arg(index) + (ephemeral ? u"ephemeral"_s : u"persistentVolumeClaim.claimName"_s);
        uses.push_back({{model::Kind::PersistentVolumeClaim, pod.meta.nameSpace, name},
                        volume.name,
                        field,
                        cluster.claim(pod.meta.nameSpace, name)});
    }
    return uses;
}

std::vector<const model::Pod *> podsMounting(const model::Cluster &cluster, const model::ObjectRef &claim)
{
    std::vector<const model::Pod *> pods;
    for (const model::Pod &pod : cluster.podsIn(claim.nameSpace)) {
        const bool ended = pod.phase == "Succeeded"_L1 || pod.phase == "Failed"_L1;
        const auto uses = ended ? std::vector<ClaimUse>() : claimsOf(cluster, pod);
        if (std::any_of(uses.begin(), uses.end(), [&](const ClaimUse &use) { return use.ref == claim; }))
            pods.push_back(&pod);
    }
    return pods;
}

bool isMissing(const ClaimUse &use) { return !use.claim || use.claim->meta.deleted.isValid(); }

const ClaimUse *firstOpenClaim(const std::vector<ClaimUse> &uses)
{
    auto found = std::find_if(uses.begin(), uses.end(), isMissing);
    if (found == uses.end()) {
        found =
            std::find_if(uses.begin(), uses.end(), [](const ClaimUse &use) { return use.claim->phase != "Bound"_L1; });
    }
    return found == uses.end() ? nullptr : &*found;
}

const model::StorageClass *classOf(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim)
{
    if (!claim.storageClassName)
        return defaultClass(cluster);
    return claim.storageClassName->isEmpty() ? nullptr : cluster.storageClass(*claim.storageClassName);
}

QString className(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim)
{
    if (claim.storageClassName)
        return *claim.storageClassName;
    const model::StorageClass *byDefault = defaultClass(cluster);
    return byDefault ? byDefault->meta.name : QString();
}

Facts missingClaimFacts(const model::Cluster &cluster, const model::ObjectRef &ref)
{
    QStringList names;
    QString elsewhere;
    for (const model::PersistentVolumeClaim &claim : cluster.claims()) {
        if (claim.meta.name == ref.name) {
            elsewhere = claim.meta.nameSpace == ref.nameSpace ? elsewhere : claim.meta.nameSpace;
        } else if (claim.meta.nameSpace == ref.nameSpace) {
            names.append(claim.meta.name);
        }
    }
    return factsOf({{fact::claim, ref.name},
                    {fact::missingKind, model::kindName(ref.kind)},
                    {fact::missingName, ref.name},
                    {fact::similar, base::closest(ref.name, names)},
                    {fact::elsewhere, elsewhere}});
}

Facts claimFacts(const model::Cluster &cluster, const ClaimUse &use)
{
    return factsOf({{fact::claim, use.ref.name},
                    {fact::volume, use.volume},
                    {fact::storageClass, use.claim ? className(cluster, *use.claim) : QString()},
                    {fact::size, use.claim ? use.claim->requestedStorage : QString()},
                    {fact::accessMode, use.claim ? use.claim->accessModes.value(0) : QString()}});
}

} // namespace faultline::checks
