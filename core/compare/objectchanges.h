#pragma once

#include "core/compare/comparison.h"

namespace faultline::compare {

/// The objects that came, went or differ, in order.
std::vector<ObjectChange> objectChanges(const Side &before, const Side &after);

/// Kinds that could not be read on one of the sides: nothing can be said of their objects.
std::vector<model::Kind> kindsNotCompared(const Side &before, const Side &after);

} // namespace faultline::compare
