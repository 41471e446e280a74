#pragma once

#include "ui/common/statelook.h"

#include <vector>

namespace faultline::ui {

/// One line of what is waited for.
struct WaitLine {
    QString what;
    State state = State::Waiting;
    QString count; ///< "500 of 1200", may be empty

    bool operator==(const WaitLine &) const = default;
};

/// What stands where a picture would be, or above one that is old. Plain texts, ready to show.
struct Face {
    enum class Kind { Empty, Loading, Denied, Failed, Stale, Notice };
    Kind kind = Kind::Empty;
    QString title;
    QString body;                ///< why, and what to do
    QString where;               ///< file, URL path or object; may be empty
    QString code;                ///< Denied: the Role rule that would allow it; offered to copy
    std::vector<WaitLine> lines; ///< Loading

    bool operator==(const Face &) const = default;
};

} // namespace faultline::ui
