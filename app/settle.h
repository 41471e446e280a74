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

} // namespace faultline::app
