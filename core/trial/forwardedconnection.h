#pragma once

#include "core/kube/tunnel.h"

#include <QtNetwork/QTcpSocket>

#include <memory>

namespace faultline::trial {

/// A local connection and its tunnel. Neither side is read faster than the other takes.
class ForwardedConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket.
    ForwardedConnection(QTcpSocket *local, kube::Client &client, const kube::TunnelTarget &target);

    ~ForwardedConnection() override;

    static constexpr qint64 kMostWaiting = 1024 * 1024; ///< bytes that may wait on either side

Q_SIGNALS:
    void ended(const QString &problem); ///< once; empty when both sides closed in order

private:
    void toPod();
    void toLocal(const QByteArray &bytes);
    void onLocalWritten();
    void onTunnelEnd(const QString &problem);
    void endIfWritten();

    std::unique_ptr<QTcpSocket> m_local;
    kube::Tunnel m_tunnel;
    QString m_problem;
    bool m_isOpen = false;
    bool m_isPaused = false;
    bool m_tunnelHasEnded = false;
    bool m_hasEnded = false;
};

} // namespace faultline::trial
