#pragma once

#include <QtCore/QtGlobal>

namespace faultline::base {

/// More events than a text of so many bytes can have. yaml-cpp 0.7 tells for ever of empty documents where it stands
/// still, as at `"a"*"b"` behind a flow mapping.
constexpr qint64 mostYamlEvents(qsizetype bytes) { return 1000 + 8 * static_cast<qint64>(bytes); }

} // namespace faultline::base
