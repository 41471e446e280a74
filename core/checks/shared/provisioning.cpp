#include "core/checks/shared/provisioning.h"

#include "core/base/fuzzy.h"
#include "core/checks/shared/claims.h"
#include "core/checks/shared/events.h"
#include "core/checks/shared/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::checks {

bool isClassMissing(const model::Cluster &cluster, const model::PersistentVolumeClaim &claim)
{
    if (!cluster.sees(model::Kind::StorageClass) || classOf(cluster, claim))
        return false;
    const QString wanted = claim.storageClassName.value_or(QString());
    const model::ObjectList<model::PersistentVolume> &volumes = cluster.volumes();
    return !wanted.isEmpty() &&
           std::none_of(volumes.begin(), volumes.end(), [&wanted](const model::PersistentVolume &volume) {
               return volume.storageClassName == wanted && volume.phase == "Available"_L1;
           });
}

Facts missingClassFacts(const model::Cluster &cluster, const QString &wanted)
{
    QStringList names;
    for (const model::StorageClass &storageClass : cluster.storageClasses())
        names.append(storageClass.meta.name);
    return factsOf({{fact::missingKind, u"StorageClass"_s},
                    {fact::missingName, wanted},
                    {fact::storageClass, wanted},
                    {fact::similar, base::closest(wanted, names)}});
}

const model::Event *provisioningComplaint(const model::Cluster &cluster, const model::ObjectRef &claim)
{
    const model::Event *failed =
        latestEvent(cluster, claim, {"ProvisioningFailed"_L1, "FailedBinding"_L1, "VolumeMismatch"_L1});
    const model::Event *done = latestEvent(cluster, claim, {"ProvisioningSucceeded"_L1});
    return failed && done && failed->last < done->last ? nullptr : failed;
}

} // namespace faultline::checks
