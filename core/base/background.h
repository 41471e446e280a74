#pragma once

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <utility>

namespace faultline::base {

/// Runs `work` on the thread pool and hands its result to `done` on the thread of `context`. When `context` dies first,
/// nothing is called. (QFuture::then(context) of Qt 6.4 asserts in that case.)
template <typename Work, typename Done> void inBackground(QObject *context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace faultline::base
