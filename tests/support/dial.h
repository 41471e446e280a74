#pragma once

#include "core/source/pulse.h"

namespace faultline::test {

/// Clocks that a test turns.
struct Dial {
    qint64 wall = 1'800'000'000'000;
    qint64 steady = 0;
    QStringList addresses{QStringLiteral("10.0.0.5")};

    source::Senses senses()
    {
        return {[this] { return wall; }, [this] { return steady; }, [this] { return addresses; }};
    }
    void pass(qint64 ms)
    {
        wall += ms;
        steady += ms;
    }
};

} // namespace faultline::test
