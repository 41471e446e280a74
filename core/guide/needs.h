#pragma once

#include "core/guide/guide.h"

namespace faultline::guide {

/// Every kind of object that the guide's checks and the walk itself read: what a Role must allow for a whole answer.
std::vector<model::Kind> neededKinds(const Guide &guide);

} // namespace faultline::guide
