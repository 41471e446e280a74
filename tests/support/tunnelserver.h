#pragma once

#include "tests/support/testpki.h"

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QTcpServer>

#include <optional>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace faultline::test {

/// An API server with kubelets behind it, as far as `pods/portforward` over WebSocket goes: each port of every Pod
/// behaves as it was told. Everything else gets a 404.
class TunnelServer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Port {
        Answers, ///< writes `reply` after the first bytes, then closes
        Echoes,
        Refused,      ///< nothing listens
        Silent,       ///< accepts and says nothing
        Resets,       ///< accepts and tears the connection down
        Floods,       ///< sends `flood` bytes, then closes
        Forbidden,    ///< 403 for this user
        NoUpgrade,    ///< answers 200, as something between that knows no WebSocket
        OtherProtocol ///< upgrades without the subprotocol
    };
    struct Behaviour {
        Port port = Port::Refused;
        QByteArray reply = {};
        qint64 flood = 0;
    };

    explicit TunnelServer(QObject *parent = nullptr);
    TunnelServer(const TestIdentity &identity, QObject *parent = nullptr);

    void set(quint16 port, const Behaviour &behaviour) { m_ports[port] = behaviour; }
    void setPods(const QByteArray &list) { m_pods = list; } ///< what a list of all Pods is answered with
    void setLog(const QByteArray &log) { m_log = log; }     ///< of every Pod; empty: 404
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;

    const QByteArrayList &heads() const { return m_heads; }         ///< of requests, in order
    const QByteArray &taken(quint16 port) { return m_taken[port]; } ///< what a port's app received
    int open() const { return static_cast<int>(m_talks.size()); }
    qint64 unsent() const; ///< what floods still have to send

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Talk {
        QByteArray buffer;
        bool isUpgraded = false;
        quint16 port = 0;
        qint64 left = 0; ///< of a flood
    };
    void onReadyRead(QSslSocket *socket);
    void upgrade(QSslSocket *socket, const QByteArray &head);
    void takeFrames(QSslSocket *socket);
    void onData(QSslSocket *socket, const QByteArray &bytes);
    void flood(QSslSocket *socket);

    std::optional<QSslConfiguration> m_tls;
    QHash<quint16, Behaviour> m_ports;
    QHash<QSslSocket *, Talk> m_talks;
    QByteArrayList m_heads;
    QByteArray m_pods;
    QByteArray m_log;
    QHash<quint16, QByteArray> m_taken;
};

} // namespace faultline::test
