#include "tests/support/relay.h"

#include <QtNetwork/QTcpSocket>

using namespace Qt::StringLiterals;

namespace faultline::test {

Relay::Relay(Type type, QObject *parent) : QTcpServer(parent), m_type(type)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] { onConnection(nextPendingConnection()); });
}

QString Relay::address() const
{
    return (m_type == Type::Http ? u"http://127.0.0.1:%1"_s : u"socks5://127.0.0.1:%1"_s).arg(serverPort());
}

void Relay::onConnection(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this,
            [this, client] { m_type == Type::Http ? onHttp(client) : onSocks(client); });
}

void Relay::onHttp(QTcpSocket *client)
{
    const QByteArray head = client->peek(8192);
    if (!head.contains("\r\n\r\n"))
        return;
    client->read(head.indexOf("\r\n\r\n") + 4);
    const QByteArray target = head.split(' ').value(1); // CONNECT 127.0.0.1:6443 HTTP/1.1
    tunnel(client, target.mid(target.lastIndexOf(':') + 1).toUShort(), "HTTP/1.1 200 OK\r\n\r\n");
}

/// RFC 1928: a greeting with the methods, then a request that ends with the port.
void Relay::onSocks(QTcpSocket *client)
{
    const QByteArray bytes = client->peek(512);
    if (bytes.size() < 3 || bytes[0] != 5)
        return client->abort();
    const bool isGreeting = bytes.size() == 2 + bytes[1];
    if (isGreeting && !client->property("greeted").toBool()) {
        client->setProperty("greeted", true);
        client->read(bytes.size());
        client->write(QByteArray("\x05\x00", 2));
        return;
    }
    client->read(bytes.size());
    const auto high = static_cast<quint8>(bytes[bytes.size() - 2]);
    const auto low = static_cast<quint8>(bytes[bytes.size() - 1]);
    tunnel(client, static_cast<quint16>(high << 8 | low), QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
}

void Relay::tunnel(QTcpSocket *client, quint16 port, const QByteArray &welcome)
{
    ++m_tunnels;
    client->disconnect(this);
    auto *target = new QTcpSocket(client);
    connect(target, &QTcpSocket::connected, client, [client, welcome] { client->write(welcome); });
    connect(target, &QTcpSocket::readyRead, client, [client, target] { client->write(target->readAll()); });
    connect(client, &QTcpSocket::readyRead, target, [client, target] { target->write(client->readAll()); });
    connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    target->connectToHost(QHostAddress::LocalHost, port);
}

} // namespace faultline::test
