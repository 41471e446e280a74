#pragma once

// Only for the build's speed: what nearly every file of ui includes anyway. No file may rely on it.
#include "core/investigation/investigation.h"

#include <QtWidgets/QtWidgets>

#include <algorithm>
