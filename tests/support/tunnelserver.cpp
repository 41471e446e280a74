#include "tests/support/tunnelserver.h"

#include "core/kube/httphead.h"
#include "tests/support/testserver.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace faultline::test {

namespace {

// A frame as a server sends it: not masked.
QByteArray frame(char opcode, const QByteArray &payload)
{
    QByteArray bytes(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        bytes += static_cast<char>(payload.size());
    } else if (payload.size() <= 0xFFFF) {
        std::array<char, 2> size{};
        qToBigEndian(static_cast<quint16>(payload.size()), size.data());
        bytes += char(126);
        bytes.append(size.data(), size.size());
    } else {
        std::array<char, 8> size{};
        qToBigEndian(static_cast<quint64>(payload.size()), size.data());
        bytes += char(127);
        bytes.append(size.data(), size.size());
    }
    return bytes + payload;
}

void say(QSslSocket *socket, char channel, const QByteArray &bytes)
{
    socket->write(frame(2, QByteArray(1, channel) + bytes));
}

void bye(QSslSocket *socket)
{
    socket->write(frame(8, QByteArray("\x03\xE8", 2)));
    socket->disconnectFromHost();
}

void answer(QSslSocket *socket, const QByteArray &status, const QByteArray &body)
{
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

// Client's frames: masked; of the length forms the test needs.
std::optional<std::pair<char, QByteArray>> takeFrame(QByteArray &buffer)
{
    if (buffer.size() < 6) {
        return std::nullopt;
    }
    const auto *bytes = reinterpret_cast<const uchar *>(buffer.constData());
    qsizetype size = bytes[1] & 0x7F;
    qsizetype at = 2;
    if (size == 126) {
        size = qFromBigEndian<quint16>(bytes + 2);
        at = 4;
    } else if (size == 127) {
        size = static_cast<qsizetype>(qFromBigEndian<quint64>(bytes + 2));
        at = 10;
    }
    if (buffer.size() < at + 4 + size) {
        return std::nullopt;
    }
    const QByteArray mask = buffer.mid(at, 4);
    QByteArray payload = buffer.mid(at + 4, size);
    for (qsizetype i = 0; i < size; ++i) {
        payload[i] = static_cast<char>(payload.at(i) ^ mask.at(i & 3));
    }
    const char opcode = static_cast<char>(bytes[0] & 0x0F);
    buffer.remove(0, at + 4 + size);
    return std::pair(opcode, payload);
}

} // namespace

TunnelServer::TunnelServer(QObject *parent) : QTcpServer(parent) { listen(QHostAddress::LocalHost); }

TunnelServer::TunnelServer(const TestIdentity &identity, QObject *parent) : TunnelServer(parent)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(identity.certificatePem));
    tls.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_tls = tls;
}

QUrl TunnelServer::url(const QString &host) const
{
    return QUrl((m_tls ? u"https://%1:%2"_s : u"http://%1:%2"_s).arg(host).arg(serverPort()));
}

void TunnelServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    m_talks.insert(socket, {});
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
    connect(socket, &QSslSocket::bytesWritten, this, [this, socket] { flood(socket); });
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this, socket] { flood(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_talks.remove(socket);
        socket->deleteLater();
    });
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

void TunnelServer::onReadyRead(QSslSocket *socket)
{
    Talk &talk = m_talks[socket];
    talk.buffer += socket->readAll();
    if (talk.isUpgraded) {
        return takeFrames(socket);
    }
    const qsizetype end = talk.buffer.indexOf("\r\n\r\n");
    if (end >= 0) {
        const QByteArray head = talk.buffer.left(end);
        talk.buffer.remove(0, end + 4);
        upgrade(socket, head);
    }
}

void TunnelServer::upgrade(QSslSocket *socket, const QByteArray &head)
{
    m_heads += head;
    Talk &talk = m_talks[socket];
    const qsizetype ports = head.indexOf("portforward?ports=");
    talk.port = ports < 0 ? quint16(0) : head.mid(ports + 18, head.indexOf(' ', ports) - ports - 18).toUShort();
    const Behaviour behaviour = m_ports.value(talk.port);
    if (head.startsWith("GET /api/v1/pods?") && !m_pods.isEmpty()) {
        return answer(socket, "200 OK", m_pods);
    }
    if (head.contains("/log?") && !m_log.isEmpty()) {
        return answer(socket, "200 OK", m_log);
    }
    if (ports < 0) {
        return answer(socket, "404 Not Found", TestServer::status(404, "NotFound", "the server knows no such path"));
    }
    if (behaviour.port == Port::Forbidden) {
        return answer(socket, "403 Forbidden",
                      TestServer::status(403, "Forbidden", "pods is forbidden: User cannot create resource"));
    }
    if (behaviour.port == Port::NoUpgrade) {
        return answer(socket, "200 OK", "{}");
    }
    const QByteArray accept =
        QCryptographicHash::hash(kube::headerIn(head, "Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                 QCryptographicHash::Sha1)
            .toBase64();
    const QByteArray protocol =
        behaviour.port == Port::OtherProtocol
            ? QByteArray()
            : "Sec-WebSocket-Protocol: " + kube::headerIn(head, "Sec-WebSocket-Protocol") + "\r\n";
    socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + protocol +
                  "Sec-WebSocket-Accept: " + accept + "\r\n\r\n");
    talk.isUpgraded = true;
    std::array<char, 2> port{};
    qToLittleEndian(talk.port, port.data());
    for (const char channel : {char(0), char(1)}) {
        say(socket, channel, QByteArray(port.data(), port.size()));
    }
    if (behaviour.port == Port::Refused) {
        const QByteArray number = QByteArray::number(talk.port);
        say(socket, 1,
            "error forwarding port " + number +
                " to pod 0123, uid : failed to execute portforward in network namespace "
                "\"/var/run/netns/cni-1\": failed to connect to localhost:" +
                number +
                " inside namespace \"0123\", IPv4: "
                "dial tcp4 127.0.0.1:" +
                number + ": connect: connection refused IPv6 dial tcp6 [::1]:" + number +
                ": connect: connection refused ");
        bye(socket);
    } else if (behaviour.port == Port::Resets) {
        socket->flush();
        socket->abort();
    } else if (behaviour.port == Port::Floods) {
        talk.left = behaviour.flood;
        flood(socket);
    }
}

void TunnelServer::takeFrames(QSslSocket *socket)
{
    while (m_talks.contains(socket)) {
        const auto frame = takeFrame(m_talks[socket].buffer);
        if (!frame) {
            return;
        }
        if (frame->first == 8) {
            bye(socket);
            return;
        }
        if (frame->first == 2 && frame->second.size() > 1 && frame->second.front() == 0) {
            onData(socket, frame->second.mid(1));
        }
    }
}

void TunnelServer::onData(QSslSocket *socket, const QByteArray &bytes)
{
    const quint16 port = m_talks[socket].port;
    m_taken[port] += bytes;
    const Behaviour behaviour = m_ports.value(port);
    if (behaviour.port == Port::Echoes) {
        say(socket, 0, bytes);
    } else if (behaviour.port == Port::Answers) {
        say(socket, 0, behaviour.reply);
        bye(socket);
    }
}

qint64 TunnelServer::unsent() const
{
    return std::accumulate(m_talks.begin(), m_talks.end(), qint64(0),
                           [](qint64 sum, const Talk &talk) { return sum + talk.left; });
}

void TunnelServer::flood(QSslSocket *socket)
{
    constexpr qint64 kPiece = 32 * 1024;
    constexpr qint64 kAhead = 256 * 1024;
    while (m_talks.contains(socket) && m_talks[socket].left > 0 &&
           socket->bytesToWrite() + socket->encryptedBytesToWrite() < kAhead) {
        qint64 &left = m_talks[socket].left;
        const qint64 size = std::min(kPiece, left);
        left -= size;
        const bool isLast = left == 0;
        say(socket, 0, QByteArray(size, 'x'));
        if (isLast) {
            bye(socket);
            return;
        }
    }
}

} // namespace faultline::test
