#include "core/kube/websocket.h"

#include "core/kube/httphead.h"
#include "core/kube/status.h"
#include "core/kube/tls.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHeadLimit = 64 * 1024;
constexpr qint64 kRefusalLimit = 256 * 1024;
constexpr qint64 kReadAhead = 1 << 20; // what the socket holds while nobody takes it
constexpr std::chrono::milliseconds kGoodBye{2000};

QByteArray randomKey()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toBase64();
}

// RFC 6455, 4.2.2: what shows that the server understood.
QByteArray acceptOf(const QByteArray &key)
{
    constexpr auto kMagic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(key + kMagic, QCryptographicHash::Sha1).toBase64();
}

quint16 portOf(const QUrl &url) { return static_cast<quint16>(url.port(url.scheme() == "http"_L1 ? 80 : 443)); }

} // namespace

WebSocket::WebSocket(Client &client, Request request, QByteArray protocol, std::chrono::milliseconds patience,
                     QObject *parent)
    : QObject(parent),
      m_client(client),
      m_request(std::move(request)),
      m_protocol(std::move(protocol)),
      m_patience(patience)
{
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &WebSocket::onLate);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const auto &errors) { m_sslErrors = errors; });
    connect(&m_socket, &QSslSocket::readyRead, this, &WebSocket::read);
    connect(&m_socket, &QSslSocket::bytesWritten, this, &WebSocket::written);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &WebSocket::onSocketError);
    connect(&m_socket, &QSslSocket::disconnected, this, &WebSocket::onDisconnected);
    m_late.start(m_patience);
    QMetaObject::invokeMethod(this, &WebSocket::start, Qt::QueuedConnection);
}

WebSocket::~WebSocket()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void WebSocket::start()
{
    if (m_stage != Stage::Waiting) {
        return;
    }
    Login *login = m_client.login();
    if (login == nullptr || login->isValid()) {
        return connectTo();
    }
    connect(
        login, &Login::ended, this, [this, login] { login->error() ? end(*login->error()) : connectTo(); },
        Qt::SingleShotConnection);
    login->renew();
}

void WebSocket::connectTo()
{
    if (m_stage != Stage::Waiting) {
        return;
    }
    const auto prepared = m_client.prepared(m_request);
    if (!prepared) {
        return end(prepared.error());
    }
    m_prepared = *prepared;
    m_stage = Stage::Connecting;
    const QUrl url = m_prepared.url();
    m_socket.setProxy(m_client.proxy());
    m_socket.setReadBufferSize(kReadAhead);
    if (url.scheme() == "http"_L1) {
        connect(&m_socket, &QSslSocket::connected, this, &WebSocket::ask);
        m_socket.connectToHost(url.host(), portOf(url));
        return;
    }
    QSslConfiguration tls = m_prepared.sslConfiguration();
    tls.setAllowedNextProtocols({}); // an upgrade needs HTTP/1.1
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::encrypted, this, &WebSocket::ask);
    const QString asked = m_prepared.peerVerifyName();
    m_socket.connectToHostEncrypted(url.host(), portOf(url), asked.isEmpty() ? url.host() : asked);
}

void WebSocket::ask()
{
    m_stage = Stage::Asking;
    m_key = randomKey();
    const QUrl url = m_prepared.url();
    const QString port = url.port() > 0 ? u':' + QString::number(url.port()) : QString();
    QByteArray request = "GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment) +
                         " HTTP/1.1\r\nHost: " + QUrl::toAce(url.host()) + port.toLatin1() + "\r\n";
    for (const QByteArray &name : m_prepared.rawHeaderList()) {
        request += name + ": " + m_prepared.rawHeader(name) + "\r\n";
    }
    request += "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + m_key +
               "\r\nSec-WebSocket-Protocol: " + m_protocol + "\r\n\r\n";
    m_socket.write(request);
}

void WebSocket::read()
{
    if (m_isPaused && m_stage == Stage::Open) {
        return;
    }
    switch (m_stage) {
    case Stage::Asking:
        return readAnswer();
    case Stage::Refused:
        return readRefusal();
    case Stage::Open:
    case Stage::Closing:
        return readFrames();
    default:
        m_socket.readAll();
    }
}

void WebSocket::readAnswer()
{
    m_head += m_socket.readAll();
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_head.size() > kHeadLimit) {
            this->end(Error{Error::Kind::TooLarge, u"the head of the answer does not end"_s, where()});
        }
        return;
    }
    const QByteArray rest = m_head.mid(end + 4);
    m_head.truncate(end);
    m_httpStatus = m_head.mid(m_head.indexOf(' ') + 1, 3).toInt();
    if (m_httpStatus != 101) {
        m_stage = Stage::Refused;
        bool isNumber = false;
        const qint64 size = headerIn(m_head, "Content-Length").toLongLong(&isNumber);
        m_bodySize = isNumber ? size : -1;
        m_body = rest;
        return readRefusal();
    }
    if (headerIn(m_head, "Sec-WebSocket-Accept") != acceptOf(m_key) ||
        headerIn(m_head, "Sec-WebSocket-Protocol") != m_protocol) {
        return this->end(Error{Error::Kind::Unsupported,
                               u"the server does not speak %1 here"_s.arg(QString::fromLatin1(m_protocol)), where()});
    }
    m_late.stop();
    m_stage = Stage::Open;
    m_client.heardFromServer();
    m_frames.add(rest);
    Q_EMIT opened();
    if (m_stage == Stage::Open) {
        readFrames();
    }
}

void WebSocket::readRefusal()
{
    m_body += m_socket.readAll();
    if (m_body.size() >= kRefusalLimit || (m_bodySize >= 0 && m_body.size() >= m_bodySize)) {
        end(refusal());
    }
}

base::Error WebSocket::refusal() const
{
    // A 200 or a redirect is no refusal by the API server, but something that knows no upgrade.
    if (m_httpStatus < 400) {
        return {Error::Kind::Unsupported,
                u"the connection was not turned into a WebSocket (HTTP %1): is a proxy in between that cannot?"_s.arg(
                    m_httpStatus),
                where()};
    }
    return httpError(m_httpStatus, m_body, where());
}

void WebSocket::readFrames()
{
    m_frames.add(m_socket.readAll());
    while (!m_isPaused || m_stage == Stage::Closing) {
        const auto message = m_frames.next();
        if (!message) {
            Error error = message.error();
            error.where = where();
            return end(error);
        }
        if (!*message) {
            return;
        }
        take(**message);
        if (m_stage == Stage::Closed) {
            return;
        }
    }
}

void WebSocket::take(const FrameMessage &message)
{
    switch (message.opcode) {
    case Opcode::Ping:
        return write(Opcode::Pong, message.payload);
    case Opcode::Close:
        if (m_stage == Stage::Open) {
            write(Opcode::Close, message.payload.left(2));
        }
        return end(std::nullopt);
    case Opcode::Text:
    case Opcode::Binary:
        if (m_stage == Stage::Open) {
            Q_EMIT received(message.payload);
        }
        return;
    default:
        return;
    }
}

void WebSocket::write(Opcode opcode, const QByteArray &payload)
{
    m_socket.write(clientFrame(opcode, payload, QRandomGenerator::system()->generate()));
}

void WebSocket::send(const QByteArray &message)
{
    if (m_stage == Stage::Open) {
        write(Opcode::Binary, message);
    }
}

qint64 WebSocket::bytesToWrite() const { return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite(); }

void WebSocket::close()
{
    if (m_stage == Stage::Closed || m_stage == Stage::Closing) {
        return;
    }
    if (m_stage != Stage::Open) {
        return end(std::nullopt);
    }
    constexpr auto kNormal = "\x03\xE8"; // 1000
    write(Opcode::Close, QByteArray(kNormal, 2));
    m_stage = Stage::Closing;
    m_late.start(kGoodBye);
}

void WebSocket::pause() { m_isPaused = true; }

void WebSocket::resume()
{
    if (std::exchange(m_isPaused, false) && m_stage == Stage::Open) {
        QMetaObject::invokeMethod(this, m_isPeerGone ? &WebSocket::takeTheRest : &WebSocket::read,
                                  Qt::QueuedConnection);
    }
}

void WebSocket::onSocketError()
{
    if (m_stage == Stage::Closed || m_socket.error() == QAbstractSocket::RemoteHostClosedError) {
        return; // the latter is told by disconnected(), after what is still to be read
    }
    if (!m_sslErrors.isEmpty()) {
        const QString asked = m_prepared.peerVerifyName();
        return end(tlsError(m_sslErrors, asked.isEmpty() ? m_prepared.url().host() : asked));
    }
    const QString words = m_socket.errorString();
    if (m_socket.error() == QAbstractSocket::SslHandshakeFailedError || isCertificateAlert(words)) {
        return end(handshakeError(words));
    }
    const bool isProxy = m_socket.error() >= QAbstractSocket::ProxyAuthenticationRequiredError &&
                         m_socket.error() <= QAbstractSocket::ProxyProtocolError;
    end(Error{isProxy ? Error::Kind::Proxy : Error::Kind::Network, words, where()});
}

void WebSocket::onDisconnected()
{
    m_isPeerGone = true;
    takeTheRest();
}

void WebSocket::takeTheRest()
{
    const Stage stage = m_stage;
    if (stage == Stage::Open || stage == Stage::Refused) {
        read(); // what came with the end
    }
    if (m_stage == Stage::Closed || (m_stage == Stage::Open && m_isPaused)) {
        return; // paused: what is left waits here for resume()
    }
    if (stage == Stage::Refused) {
        return end(refusal());
    }
    if (stage == Stage::Closing) {
        return end(std::nullopt);
    }
    end(Error{Error::Kind::Network,
              stage == Stage::Open ? u"the connection ended without a good-bye"_s
                                   : u"the server closed the connection without an answer"_s,
              where()});
}

void WebSocket::onLate()
{
    if (m_stage == Stage::Closing) {
        return end(std::nullopt);
    }
    const auto seconds = std::chrono::duration<double>(m_patience).count();
    end(Error{Error::Kind::TimedOut, u"the server did not answer within %1 s"_s.arg(seconds), where()});
}

void WebSocket::end(const std::optional<base::Error> &error)
{
    if (std::exchange(m_stage, Stage::Closed) == Stage::Closed) {
        return;
    }
    m_late.stop();
    error ? m_socket.abort() : m_socket.disconnectFromHost();
    Q_EMIT closed(error);
}

} // namespace faultline::kube
