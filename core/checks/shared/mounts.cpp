#include "core/checks/shared/mounts.h"

#include "core/checks/shared/saying.h"
#include "core/checks/shared/starting.h"

#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

/// The more telling words first: a driver's message often wraps a common errno.
QString mountCauseIn(const QString &message)
{
    static constexpr std::array<Saying, 25> all{{{"Multi-Attach"_L1, "multiAttach"_L1},
                                                 {"already used by pod"_L1, "multiAttach"_L1},
                                                 {"failed to fetch token: serviceaccounts"_L1, "account"_L1},
                                                 {"secretproviderclasses."_L1, "providerClass"_L1},
                                                 {"a directory onto a file"_L1, "subPath"_L1},
                                                 {"hostPath type check failed"_L1, "notFound"_L1},
                                                 {"not found in the list of registered CSI drivers"_L1, "driver"_L1},
                                                 {"wrong fs type"_L1, "fileSystem"_L1},
                                                 {"bad superblock"_L1, "fileSystem"_L1},
                                                 {"helper program"_L1, "helper"_L1},
                                                 {"unknown filesystem type"_L1, "helper"_L1},
                                                 {"volume attachment limit"_L1, "attachLimit"_L1},
                                                 {"maximum number of data disks"_L1, "attachLimit"_L1},
                                                 {"AttachVolume.Attach failed"_L1, "attach"_L1},
                                                 {"not a directory"_L1, "subPath"_L1},
                                                 {"is a directory"_L1, "subPath"_L1},
                                                 {"read-only file system"_L1, "readOnly"_L1},
                                                 {"access denied"_L1, "permission"_L1},
                                                 {"permission denied"_L1, "permission"_L1},
                                                 {"does not exist"_L1, "notFound"_L1},
                                                 {"no such file or directory"_L1, "notFound"_L1},
                                                 {"timed out"_L1, "timeout"_L1},
                                                 {"DeadlineExceeded"_L1, "timeout"_L1},
                                                 {"deadline exceeded"_L1, "timeout"_L1},
                                                 {"no route to host"_L1, "timeout"_L1}}};
    return meaningOf(message, all);
}

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
