#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace faultline::base {

/// Calls work(0) to work(count - 1), side by side on as many threads as there are processors, and returns when all are
/// done. The calling thread works as well: nothing waits for a free thread of a pool, so that it may be called from
/// within one (QtConcurrent::blockingMap() of Qt 6 would wait for ever there on a machine with one processor).
/// `work` must be safe to be called so, and must not throw.
template <typename Work> void inParallel(size_t count, Work work)
{
    std::atomic_size_t next = 0;
    const auto take = [&] {
        for (size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    const size_t processors = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (size_t i = 1; i < std::min(processors, count); ++i) {
        helpers.emplace_back(take);
    }
    take();
}

} // namespace faultline::base
