#pragma once

#include "core/guide/teamguides.h"

#include <future>

namespace faultline::app {

/// The guide of this run and what is wrong with a person's own guide files; those were left out.
struct LoadedGuide {
    guide::Guide guide;
    QStringList complaints; ///< one line each, with file, line and column
};

using GuideAhead = std::future<base::Result<guide::Guide>>;

/// Starts to read the built-in guide on a thread of its own: a tenth of the way to the window. For main(), before
/// anything else, which must hold what it gets: the thread has to end before statics of libraries go.
GuideAhead loadGuideAhead();

/// The built-in guide, with the files of the person's own folder in it and then those that were named (--guide).
/// Errors: Usage with every problem when something is wrong with a file that was named.
base::Result<LoadedGuide> loadGuide(const QStringList &named,
                                    base::Result<guide::Guide> builtIn = guide::Guide::loadBuiltIn());

} // namespace faultline::app
