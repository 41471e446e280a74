#pragma once

#include "core/base/timestamp.h"

#include <QtCore/QStringList>

namespace faultline::source {

/// How near the picture is to the cluster.
struct Live {
    enum class State {
        Off,      ///< read once
        Running,  ///< changes come as they happen
        Polling,  ///< likewise, but some kinds may only be listed, which is done from time to time
        Resuming, ///< some watches are being taken up again; what they missed will come
        Down,     ///< nothing is heard from the server
        Refused,  ///< the credentials are not accepted any more: nothing will come until somebody logs in and reloads
        Paused    ///< by the person
    };
    State state = State::Off;
    base::Timestamp heard; ///< by this machine's clock: when something came last
    QString detail;        ///< why it does not run, in the server's or the network's words
    QStringList polled;    ///< resource names of the kinds that are listed from time to time

    bool operator==(const Live &) const = default;

    /// True when the picture may differ from the cluster and nothing is being heard.
    bool isStale() const { return state == State::Down || state == State::Refused || state == State::Paused; }
};

} // namespace faultline::source
