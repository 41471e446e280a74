#pragma once

#include "core/guide/guide.h"

namespace faultline::guide {

/// The first thing that is wrong with a loaded guide, or nothing: dangling ids, loops, nodes that no entry reaches,
/// unknown checks, missing edges or texts, gaps that differ between languages or that nobody fills.
std::optional<base::Error> validate(const Guide &guide);

/// The {gaps} of a text, in order of appearance.
QStringList gapsIn(const QString &text);

} // namespace faultline::guide
