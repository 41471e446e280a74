#pragma once

#include "core/kube/client.h"
#include "core/model/cluster.h"

#include <QtCore/QPointer>

#include <deque>
#include <set>

namespace faultline::source {

/// What the answer to a log request means (kubelet and API server texts; see the guide's notes on the log endpoint).
model::LogText logTextOf(const kube::Response &response);

/// The request for a container's log, still without how much of it.
kube::Request logRequest(const model::LogKey &key);

/// Fetches the ends of container logs, a few at a time. Ends with one done(); deleting it ends it silently.
class LiveLogs : public QObject
{
    Q_OBJECT

public:
    using Logs = std::map<model::LogKey, model::LogText>;

    LiveLogs(kube::Client &client, const std::vector<model::LogKey> &keys, QObject *parent = nullptr);
    ~LiveLogs() override;

    void start();

    /// Drops what is still on its way; done() follows.
    void stop();
    const Logs &logs() const { return m_logs; } ///< what has come so far

Q_SIGNALS:
    void done();

private:
    void dropRunning();
    void fetchMore();
    void fetch(const model::LogKey &key, int lines);
    void onFinished(const model::LogKey &key, int lines, const kube::Response &response);

    kube::Client &m_client;
    std::deque<model::LogKey> m_waiting;
    std::map<model::LogKey, QPointer<kube::Reply>> m_running;
    Logs m_logs;
    bool m_isDone = false;
};

} // namespace faultline::source
