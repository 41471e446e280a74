#include "core/checks/shared/volumes.h"

#include "core/base/quantity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

namespace {

using Claim = model::PersistentVolumeClaim;
using Volume = model::PersistentVolume;

QString modeOf(const QString &mode) { return mode.isEmpty() ? u"Filesystem"_s : mode; }

bool isTakenByAnother(const Claim &claim, const Volume &volume)
{
    const bool isOurs = volume.claimName == claim.meta.name && volume.claimNamespace == claim.meta.nameSpace;
    return !volume.claimName.isEmpty() && !isOurs;
}

bool hasModes(const Claim &claim, const Volume &volume)
{
    return std::all_of(claim.accessModes.begin(), claim.accessModes.end(),
                       [&](const QString &mode) { return volume.accessModes.contains(mode); });
}

bool isLargeEnough(const Claim &claim, const Volume &volume)
{
    const auto wanted = base::Quantity::parse(claim.requestedStorage);
    const auto there = base::Quantity::parse(volume.capacity);
    return !wanted || !there || *there >= *wanted;
}

/// What keeps the two apart: the things that are easiest to mend last, so that the volume named is the nearest one.
/// `rank` is how far the volume came.
struct Obstacle {
    int rank = 0;
    CloseVolume told;
};

std::optional<Obstacle> obstacle(const Claim &claim, const Volume &volume)
{
    const QString wantedClass = claim.storageClassName.value_or(QString());
    const auto tell = [&](int rank, const QString &field, const QString &value, const QString &mismatch) {
        return Obstacle{rank, {&volume, field, value, mismatch}};
    };
    if (isTakenByAnother(claim, volume)) {
        const QString owner = volume.claimNamespace + u'/' + volume.claimName;
        return tell(0, u"spec.claimRef"_s, owner, u"claimRef "_s + owner);
    }
    if (volume.phase == "Released"_L1 || volume.phase == "Failed"_L1)
        return tell(1, u"status.phase"_s, volume.phase, u"phase "_s + volume.phase);
    if (volume.storageClassName != wantedClass) {
        return tell(2, u"spec.storageClassName"_s, volume.storageClassName,
                    u"storageClassName \"%1\" ≠ \"%2\""_s.arg(volume.storageClassName, wantedClass));
    }
    if (!volume.meta.labels.containsAll(claim.selector))
        return tell(2, u"metadata.labels"_s, QString(), u"labels ≠ selector"_s);
    if (!hasModes(claim, volume)) {
        const QString modes = volume.accessModes.join(u',');
        return tell(3, u"spec.accessModes"_s, modes, u"accessModes %1 ≠ %2"_s.arg(modes, claim.accessModes.join(u',')));
    }
    if (modeOf(claim.volumeMode) != modeOf(volume.volumeMode)) {
        return tell(3, u"spec.volumeMode"_s, modeOf(volume.volumeMode),
                    u"volumeMode %1 ≠ %2"_s.arg(modeOf(volume.volumeMode), modeOf(claim.volumeMode)));
    }
    if (!isLargeEnough(claim, volume)) {
        return tell(4, u"spec.capacity.storage"_s, volume.capacity,
                    u"capacity %1 < %2"_s.arg(volume.capacity, claim.requestedStorage));
    }
    return std::nullopt;
}

bool isNamedBy(const Claim &claim, const Volume &volume)
{
    return claim.volumeName.isEmpty() || claim.volumeName == volume.meta.name;
}

} // namespace

bool hasFittingVolume(const model::Cluster &cluster, const Claim &claim)
{
    const auto &volumes = cluster.volumes();
    return std::any_of(volumes.begin(), volumes.end(),
                       [&](const Volume &volume) { return isNamedBy(claim, volume) && !obstacle(claim, volume); });
}

std::optional<CloseVolume> closestVolume(const model::Cluster &cluster, const Claim &claim)
{
    std::optional<Obstacle> best;
    for (const Volume &volume : cluster.volumes()) {
        const auto found = isNamedBy(claim, volume) ? obstacle(claim, volume) : std::nullopt;
        if (found && (!best || found->rank > best->rank))
            best = found;
    }
    if (!best)
        return std::nullopt;
    return best->told;
}

} // namespace faultline::checks
