#include "core/trial/forwardedconnection.h"

namespace faultline::trial {

namespace {
constexpr std::chrono::seconds kPatience{5};
constexpr qint64 kPiece = 64 * 1024;
} // namespace

ForwardedConnection::ForwardedConnection(QTcpSocket *local, kube::Client &client, const kube::TunnelTarget &target)
    : m_local(local), m_tunnel(client, target, kPatience)
{
    m_local->setParent(nullptr);
    m_local->setReadBufferSize(kMostWaiting);
    connect(m_local.get(), &QTcpSocket::readyRead, this, &ForwardedConnection::toPod);
    connect(m_local.get(), &QTcpSocket::bytesWritten, this, &ForwardedConnection::onLocalWritten);
    connect(m_local.get(), &QTcpSocket::disconnected, this, [this] { m_tunnel.close(); });
    connect(&m_tunnel, &kube::Tunnel::opened, this, [this] {
        m_isOpen = true;
        toPod();
    });
    connect(&m_tunnel, &kube::Tunnel::written, this, &ForwardedConnection::toPod);
    connect(&m_tunnel, &kube::Tunnel::received, this, &ForwardedConnection::toLocal);
    connect(&m_tunnel, &kube::Tunnel::refused, this, &ForwardedConnection::onTunnelEnd);
    connect(&m_tunnel, &kube::Tunnel::closed, this, [this](const std::optional<base::Error> &error) {
        const bool isOurs = m_local->state() == QAbstractSocket::UnconnectedState;
        onTunnelEnd(error && !isOurs ? error->toString() : QString());
    });
}

ForwardedConnection::~ForwardedConnection()
{
    // A socket tells of its end while it goes, when the tunnel is gone already.
    m_local->disconnect(this);
    m_tunnel.disconnect(this);
}

void ForwardedConnection::toPod()
{
    // What the tunnel does not take yet stays in the socket, whose buffer is bounded.
    while (m_isOpen && !m_tunnelHasEnded && m_local->bytesAvailable() > 0 && m_tunnel.bytesToWrite() < kMostWaiting) {
        m_tunnel.write(m_local->read(kPiece));
    }
}

void ForwardedConnection::toLocal(const QByteArray &bytes)
{
    m_local->write(bytes);
    if (!m_isPaused && m_local->bytesToWrite() > kMostWaiting) {
        m_isPaused = true;
        m_tunnel.pause();
    }
}

void ForwardedConnection::onLocalWritten()
{
    if (m_isPaused && m_local->bytesToWrite() < kMostWaiting / 2) {
        m_isPaused = false;
        m_tunnel.resume();
    }
    endIfWritten();
}

void ForwardedConnection::onTunnelEnd(const QString &problem)
{
    m_tunnelHasEnded = true;
    m_problem = problem;
    if (m_local->bytesToWrite() > 0) {
        m_local->disconnectFromHost(); // once all is written
    }
    endIfWritten();
}

void ForwardedConnection::endIfWritten()
{
    const bool isThrough =
        m_tunnelHasEnded && (m_local->bytesToWrite() == 0 || m_local->state() == QAbstractSocket::UnconnectedState);
    if (!isThrough || m_hasEnded) {
        return;
    }
    m_hasEnded = true;
    m_local->disconnectFromHost();
    Q_EMIT ended(m_problem);
}

} // namespace faultline::trial
