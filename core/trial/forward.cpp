#include "core/trial/forward.h"

#include "core/trial/forwardedconnection.h"

#include <algorithm>

namespace faultline::trial {

Forward::Forward(kube::Client &client, kube::TunnelTarget target, QObject *parent)
    : QObject(parent), m_client(client), m_target(std::move(target))
{
    connect(&m_server, &QTcpServer::newConnection, this, &Forward::accept);
}

Forward::~Forward() { stop(); }

base::Result<quint16> Forward::open()
{
    if (!m_server.listen(QHostAddress::LocalHost, 0)) {
        return base::failure(base::Error::Kind::Network, m_server.errorString());
    }
    return m_server.serverPort();
}

void Forward::stop()
{
    m_server.close();
    m_connections.clear();
}

void Forward::accept()
{
    while (QTcpSocket *local = m_server.nextPendingConnection()) {
        if (connections() >= kMostConnections) {
            local->abort();
            local->deleteLater();
            continue;
        }
        auto *connection =
            m_connections.emplace_back(std::make_unique<ForwardedConnection>(local, m_client, m_target)).get();
        // Not from within its own signal: it goes with it.
        connect(
            connection, &ForwardedConnection::ended, this,
            [this, connection](const QString &problem) { forget(connection, problem); }, Qt::QueuedConnection);
        Q_EMIT changed();
    }
}

void Forward::forget(ForwardedConnection *connection, const QString &problem)
{
    const auto ended = std::find_if(m_connections.begin(), m_connections.end(),
                                    [connection](const auto &each) { return each.get() == connection; });
    if (ended == m_connections.end()) {
        return;
    }
    m_connections.erase(ended);
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace faultline::trial
