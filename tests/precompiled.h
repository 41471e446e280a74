#pragma once

// Only for the build's speed: see core/precompiled.h.
#include "core/precompiled.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
