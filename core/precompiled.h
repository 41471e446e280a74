#pragma once

// Only for the build's speed: libraries that most files of core include anyway. No file may rely on it.
// No header of ours: changing one would rebuild everything. Not all of QtCore: loading that costs more than it saves.
#include <tl/expected.hpp>

#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>
