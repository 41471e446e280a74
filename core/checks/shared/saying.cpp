#include "core/checks/shared/saying.h"

#include <algorithm>

namespace faultline::checks {

QString meaningOf(const QString &message, std::span<const Saying> sayings)
{
    const auto found = std::find_if(sayings.begin(), sayings.end(), [&message](const Saying &saying) {
        return message.contains(saying.words, Qt::CaseInsensitive);
    });
    return found == sayings.end() ? QString() : QString(found->means);
}

} // namespace faultline::checks
