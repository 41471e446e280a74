#pragma once

#include "core/base/result.h"
#include "core/kube/tunnel.h"

#include <QtNetwork/QTcpServer>

#include <memory>
#include <vector>

namespace faultline::trial {

class ForwardedConnection;

/// A port of a Pod left open at 127.0.0.1, as `kubectl port-forward` does it: each local connection gets a tunnel of
/// its own. Opened only on a person's click. Every program of this machine can use it until it is stopped. No
/// half-close: the tunnel's protocol has none.
class Forward : public QObject
{
    Q_OBJECT

public:
    /// `client` must outlive this.
    Forward(kube::Client &client, kube::TunnelTarget target, QObject *parent = nullptr);
    ~Forward() override;

    /// Listens at a port that the system chooses. Errors: Network, in the system's words.
    base::Result<quint16> open();

    /// Ends the listening and every connection.
    void stop();

    const kube::TunnelTarget &target() const { return m_target; }
    quint16 localPort() const { return m_server.serverPort(); } ///< 0 when it does not listen
    int connections() const { return static_cast<int>(m_connections.size()); }

    /// Why the last connection failed: the kubelet's or the server's words; empty when it did not.
    const QString &problem() const { return m_problem; }

    static constexpr int kMostConnections = 32; ///< at a time; a further one is closed at once

Q_SIGNALS:
    void changed(); ///< connections() or problem()

private:
    void accept();
    void forget(ForwardedConnection *connection, const QString &problem);

    kube::Client &m_client;
    kube::TunnelTarget m_target;
    QTcpServer m_server;
    std::vector<std::unique_ptr<ForwardedConnection>> m_connections;
    QString m_problem;
};

} // namespace faultline::trial
