#pragma once

#include "core/model/kind.h"

#include <QtCore/QJsonObject>

namespace faultline::guide {

/// What stands where a value must not be shown.
inline constexpr QLatin1StringView kNotShown("<not shown>");

/// A copy of an object with what nobody may see in a report or in evidence replaced by kNotShown: the values of
/// environment variables, of Secrets and of ConfigMaps, and kubectl's last-applied-configuration, which repeats them.
/// Names and places stay as they are.
QJsonObject shownObject(const QJsonObject &object, model::Kind kind);

} // namespace faultline::guide
