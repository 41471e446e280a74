#include "core/checks/shared/mounts.h"

#include "core/checks/shared/starting.h"

using namespace Qt::StringLiterals;

namespace faultline::checks {

const model::Event *mountTrouble(const model::Cluster &cluster, const model::Pod &pod)
{
    if (!isBeforeContainers(pod))
        return nullptr;
    return troubleAtStart(
        cluster, pod,
        {"FailedMount"_L1, "FailedAttachVolume"_L1, "FailedMapVolume"_L1, "FailedMountOnFilesystemMismatch"_L1},
        {"FailedCreatePodSandBox"_L1, "SuccessfulMountVolume"_L1, "Pulling"_L1, "Pulled"_L1, "Created"_L1,
         "Started"_L1});
}

} // namespace faultline::checks
