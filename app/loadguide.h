#pragma once

#include "core/guide/teamguides.h"

namespace faultline::app {

/// The guide of this run and what is wrong with a person's own guide files; those were left out.
struct LoadedGuide {
    guide::Guide guide;
    QStringList complaints; ///< one line each, with file, line and column
};

/// The built-in guide, with the files of the person's own folder in it and then those that were named (--guide).
/// Errors: Usage with every problem when something is wrong with a file that was named.
base::Result<LoadedGuide> loadGuide(const QStringList &named);

} // namespace faultline::app
