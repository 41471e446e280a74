#pragma once

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <functional>

namespace faultline::kube {

/// How watches wait and when they give a connection up. Tests shorten it.
struct Pace {
    std::chrono::milliseconds first{800};       ///< to wait after a failure; twice as long after each further one
    std::chrono::milliseconds longest{30'000};  ///< to wait at most, unless the server says Retry-After
    std::chrono::milliseconds silence{180'000}; ///< of a stream that sends bookmarks, which come once a minute
    std::chrono::seconds term{300}; ///< timeoutSeconds: of each stream by chance up to twice as long, as in client-go
    std::chrono::milliseconds shortest{1'000}; ///< a stream that ends sooner than this, and says nothing, has failed
    std::function<double()> chance = [] { return QRandomGenerator::global()->generateDouble(); }; ///< [0, 1)
};

/// How long to wait before the next try. With jitter, so that twenty watches that were cut off together do not come
/// back together.
class BackOff
{
public:
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

    /// Counts a failure. `retryAfter` is obeyed up to ten minutes.
    std::chrono::milliseconds next(const Pace &pace, std::chrono::milliseconds retryAfter = {})
    {
        constexpr int kMostDoublings = 16;
        constexpr std::chrono::milliseconds kLongestRetryAfter{600'000};
        const auto doubled = pace.first * (1 << std::min(m_failures++, kMostDoublings));
        const auto jittered =
            std::chrono::duration<double, std::milli>(std::min(doubled, pace.longest)) * (0.5 + pace.chance());
        return std::max(std::chrono::duration_cast<std::chrono::milliseconds>(jittered),
                        std::min(retryAfter, kLongestRetryAfter));
    }

private:
    int m_failures = 0;
};

} // namespace faultline::kube
