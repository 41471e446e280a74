#pragma once

#include "core/investigation/investigation.h"

#include <QtCore/QEventLoop>

namespace faultline::app {

/// Waits until the investigation has settled: walked, and every wanted log either there or known not to be had.
inline void waitUntilSettled(const investigation::Investigation &investigation)
{
    QEventLoop loop;
    QObject::connect(&investigation, &investigation::Investigation::settled, &loop, &QEventLoop::quit);
    if (!investigation.isSettled())
        loop.exec();
}

/// Starts what ends with one finished(problem), and waits for it.
template <typename Taker> std::optional<base::Error> runToItsEnd(Taker &taker)
{
    QEventLoop loop;
    std::optional<base::Error> problem;
    QObject::connect(&taker, &Taker::finished, &loop, [&](const std::optional<base::Error> &ended) {
        problem = ended;
        loop.quit();
    });
    taker.start();
    loop.exec();
    return problem;
}

} // namespace faultline::app
