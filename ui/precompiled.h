#pragma once

// Only for the build's speed: libraries that most files of ui include anyway. No file may rely on it.
// No header of ours: changing one would rebuild everything.
#include "core/precompiled.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsView>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
