#pragma once

#include "core/guide/diagnosis.h"
#include "core/investigation/turns.h"
#include "core/source/source.h"
#include "ui/common/statelook.h"

namespace faultline::ui {

/// How live the picture is, in words: plain text, harmless to show.
struct LiveText {
    QString text; ///< "live", "stale since 12:04:31 (3 m)"
    QString tip;  ///< why, and what to do
    State state = State::Quiet;

    bool operator==(const LiveText &) const = default;
};

/// `nowMs`: the clock of this machine, by which ages are told.
LiveText liveText(const source::Live &live, const source::Origin &origin, qint64 nowMs);

/// "12 s", "3 m 12 s", "2 h 5 m", "3 d 4 h": the two greatest units.
QString spanWords(qint64 ms);

/// "shop/web is healthy again after 3 m 12 s"
QString turnWords(const investigation::Turn &turn);

} // namespace faultline::ui
