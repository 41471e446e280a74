#include "core/checks/shared/mounts.h"

#include "core/checks/shared/starting.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace faultline::checks {

QString mountCauseIn(const QString &message)
{
    using Words = std::pair<QLatin1StringView, QLatin1StringView>;
    static const std::array<Words, 12> all{{{"Multi-Attach"_L1, "multiAttach"_L1},
                                            {"already used by pod"_L1, "multiAttach"_L1},
                                            {"a directory onto a file"_L1, "subPath"_L1},
                                            {"not a directory"_L1, "subPath"_L1},
                                            {"is a directory"_L1, "subPath"_L1},
                                            {"read-only file system"_L1, "readOnly"_L1},
                                            {"not found in the list of registered CSI drivers"_L1, "driver"_L1},
                                            {"access denied"_L1, "permission"_L1},
                                            {"permission denied"_L1, "permission"_L1},
                                            {"does not exist"_L1, "notFound"_L1},
                                            {"no such file or directory"_L1, "notFound"_L1},
                                            {"hostPath type check failed"_L1, "notFound"_L1}}};
    const auto found = std::find_if(all.begin(), all.end(), [&message](const Words &words) {
        return message.contains(words.first, Qt::CaseInsensitive);
    });
    return found == all.end() ? QString() : QString(found->second);
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
