#pragma once

#include <QtNetwork/QTcpServer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace faultline::test {

/// A proxy on 127.0.0.1 that lets everything through to loopback: HTTP CONNECT or SOCKS 5 without a login.
class Relay : public QTcpServer
{
    Q_OBJECT

public:
    enum class Type { Http, Socks5 };
    explicit Relay(Type type, QObject *parent = nullptr);

    QString address() const;
    int tunnels() const { return m_tunnels; } ///< connections that were passed on

private:
    void onConnection(QTcpSocket *client);
    void onHttp(QTcpSocket *client);
    void onSocks(QTcpSocket *client);
    void tunnel(QTcpSocket *client, quint16 port, const QByteArray &welcome);

    Type m_type;
    int m_tunnels = 0;
};

} // namespace faultline::test
