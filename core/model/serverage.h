#pragma once

#include "core/base/language.h"
#include "core/model/cluster.h"

#include <optional>

namespace faultline::model {

/// What to bear in mind about a server of another time than this program's: nothing for versions from kOldestMinor to
/// kNewestMinor, or when the server did not say its version.
std::optional<base::LocalizedText> remarkOn(const ServerVersion &version);

/// What was odd about all that was read: `warnings` of the source (objects that had to be left out) and remarkOn().
QStringList withRemark(QStringList warnings, const ServerVersion &version, base::Language language);

constexpr int kOldestMinor = 20; ///< 1.20: the oldest that this program was tried against
constexpr int kNewestMinor = 36; ///< 1.36: the newest

} // namespace faultline::model
