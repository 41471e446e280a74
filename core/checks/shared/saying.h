#pragma once

#include <QtCore/QLatin1String>
#include <QtCore/QString>

#include <span>

namespace faultline::checks {

/// Words by which a message of a kubelet, a runtime or a driver is known, and what they mean.
struct Saying {
    QLatin1StringView words; ///< as they stand in the message, whatever the case
    QLatin1StringView means;
};

/// What the first saying that stands in `message` means; empty when none does.
QString meaningOf(const QString &message, std::span<const Saying> sayings);

} // namespace faultline::checks
