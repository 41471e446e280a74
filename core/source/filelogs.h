#pragma once

#include "core/model/cluster.h"

#include <optional>

namespace faultline::source {

/// Whose log a file is, by its path. What collects logs has its own ways:
///     logs/POD.CONTAINER[.previous].log[.err]                                    Faultline, `kubectl logs` by hand
///     namespaces/NS/pods/POD/CONTAINER/CONTAINER/logs/{current,previous}.log     oc adm must-gather
///     pods/logs/NS/POD/CONTAINER[-previous].log                                  troubleshoot.sh support bundles
/// Pod names may hold dots, container names not.
struct LogPlace {
    QString nameSpace; ///< empty where the path does not tell: then that of the Pod beside it
    QString pod;
    QString container;
    bool previous = false;
    bool isError = false; ///< .err: what the server said instead of a log

    static std::optional<LogPlace> parse(const QString &path);
};

/// `NS/POD/logs.txt` of `kubectl cluster-info dump --output-directory`: the logs of all containers of a Pod, each
/// between "==== START logs for container C of pod NS/P ====" and an END line (kubectl, cmd/clusterinfo/dump).
struct DumpedLog {
    LogPlace place;
    QByteArray content;
};
std::vector<DumpedLog> dumpedLogs(const QByteArray &text);

/// The text without the logs that `kubectl cluster-info dump` writes between its documents.
QByteArray withoutDumpedLogs(const QByteArray &text);

/// True when a file at that path holds logs.
bool isLogPath(const QString &path);

/// What a log file's content stands for. A kubelet that lost a log answers 200 with its excuse as the body
/// (kuberuntime_container.go GetContainerLogs, kuberuntime/logs.go), so the body is looked at as well.
model::LogText logTextOf(const QByteArray &content, bool isError);

} // namespace faultline::source
