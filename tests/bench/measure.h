#pragma once

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace faultline::bench {

/// Milliseconds of the clock that all processes of a machine share (CLOCK_MONOTONIC), as Python's time.monotonic().
inline double nowMs()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Milliseconds of the quickest of so many runs: what the work costs, without what else the machine did meanwhile.
template <typename Work> double quickestMs(int runs, Work work)
{
    double best = 1e300;
    for (int run = 0; run < runs; ++run) {
        const double start = nowMs();
        work();
        best = std::min(best, nowMs() - start);
    }
    return best;
}

/// `part` of 1: 0.5 is the median.
inline double quantile(std::vector<double> values, double part)
{
    if (values.empty()) {
        return -1;
    }
    std::sort(values.begin(), values.end());
    const auto at = static_cast<size_t>(std::lround(part * static_cast<double>(values.size() - 1)));
    return values[at];
}

/// A line of /proc/self/status in KiB: "VmRSS", "VmHWM".
inline double statusKb(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArrayList lines = file.readAll().split('\n');
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const QByteArray &each) { return each.startsWith(name + ':'); });
    return line == lines.end() ? -1 : line->simplified().split(' ').value(1).toDouble();
}

/// Megabytes that were asked for and not given back (glibc); 0 elsewhere.
inline double heldMb()
{
#ifdef __GLIBC__
    const auto info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd) / 1e6;
#else
    return 0;
#endif
}

/// One line of standard output, for run.py.
inline void print(const QJsonObject &object)
{
    std::fputs(QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
    std::fflush(stdout);
}

} // namespace faultline::bench
