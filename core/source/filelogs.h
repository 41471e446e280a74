#pragma once

#include "core/model/cluster.h"

#include <optional>

namespace faultline::source {

/// What the name of a log file says: `POD.CONTAINER[.previous].log[.err]`. Pod names may hold dots, container names
/// not.
struct LogFileName {
    QString pod;
    QString container;
    bool previous = false;
    bool isError = false; ///< .err: what the server said instead of a log

    static std::optional<LogFileName> parse(const QString &fileName);
};

/// What a log file's content stands for. A kubelet that lost a log answers 200 with its excuse as the body
/// (kuberuntime_container.go GetContainerLogs, kuberuntime/logs.go), so the body is looked at as well.
model::LogText logTextOf(const QByteArray &content, bool isError);

} // namespace faultline::source
