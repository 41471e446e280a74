#pragma once

// Only for the build's speed: what nearly every file of core includes anyway. No file may rely on it.
#include "core/checks/check.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QRegularExpression>

#include <algorithm>
