#pragma once

// Only for the build's speed: see core/precompiled.h.
#include "tests/precompiled.h"
#include "ui/precompiled.h"
