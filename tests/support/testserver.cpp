#include "tests/support/testserver.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>

namespace faultline::test {

using namespace Qt::StringLiterals;

namespace {

TestRequest parsed(const QByteArray &head, const QSslSocket &socket)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.value(0).trimmed().split(' ');
    const QUrl url = QUrl::fromEncoded(words.value(1));
    TestRequest request;
    request.method = words.value(0);
    request.path = url.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(url);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
        }
    }
    request.clientName = socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u' ');
    return request;
}

QByteArray chunk(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray headOf(const TestAnswer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Word\r\n";
    head += "Content-Type: " + answer.contentType + "\r\n";
    bool hasLength = false;
    for (const auto &[name, value] : answer.headers) {
        hasLength = hasLength || name == "Content-Length";
        head += name + ": " + value + "\r\n";
    }
    if (answer.form == TestAnswer::Form::Stream) {
        return head + "Transfer-Encoding: chunked\r\n\r\n";
    }
    const QByteArray length = "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return head + (hasLength ? QByteArray() : length) + "\r\n";
}

} // namespace

QByteArray TestRequest::header(const QByteArray &name) const { return headersNamed(name).value(0); }

QList<QByteArray> TestRequest::headersNamed(const QByteArray &name) const
{
    QList<QByteArray> values;
    for (const auto &[key, value] : headers) {
        if (key == name.toLower()) {
            values.append(value);
        }
    }
    return values;
}

TestServer::TestServer(QObject *parent) : QTcpServer(parent) { listen(QHostAddress::LocalHost); }

TestServer::TestServer(const TestIdentity &identity, QObject *parent) : TestServer(parent)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(identity.certificatePem));
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(identity.keyPem, algorithm);
        if (!key.isNull()) {
            tls.setPrivateKey(key);
        }
    }
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_tls = tls;
}

void TestServer::askForCertificate(const QByteArray &caPem, ClientCertificate rule)
{
    m_tls->setCaCertificates(QSslCertificate::fromData(caPem));
    m_tls->setPeerVerifyMode(rule == ClientCertificate::MustHave ? QSslSocket::VerifyPeer : QSslSocket::QueryPeer);
}

QUrl TestServer::url(const QString &host) const
{
    return QUrl((m_tls ? u"https://%1:%2"_s : u"http://%1:%2"_s).arg(host).arg(serverPort()));
}

QList<TestRequest> TestServer::requestsTo(const QString &path) const
{
    QList<TestRequest> found = m_requests;
    found.removeIf([&path](const TestRequest &request) { return request.path != path; });
    return found;
}

QByteArray TestServer::status(int code, const QByteArray &reason, const QByteArray &message)
{
    return R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" + message +
           R"(","reason":")" + reason + R"(","code":)" + QByteArray::number(code) + "}\n";
}

void TestServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        for (QList<QSslSocket *> &open : m_streams) {
            open.removeAll(socket);
        }
        socket->deleteLater();
    });
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

void TestServer::onReadyRead(QSslSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    for (qsizetype end = buffer.indexOf("\r\n\r\n"); end >= 0; end = buffer.indexOf("\r\n\r\n")) {
        const QByteArray head = buffer.left(end);
        buffer.remove(0, end + 4);
        respond(socket, head);
    }
}

void TestServer::respond(QSslSocket *socket, const QByteArray &head)
{
    const TestRequest request = parsed(head, *socket);
    m_requests.append(request);
    const TestAnswer answer = answerTo(request);
    const auto respondNow = [this, socket, answer, path = request.path] {
        answer.form == TestAnswer::Form::Stream ? openStream(socket, path, answer) : write(socket, answer);
    };
    if (answer.delayMs == 0) {
        respondNow();
        return;
    }
    QTimer::singleShot(answer.delayMs, socket, respondNow);
}

void TestServer::openStream(QSslSocket *socket, const QString &path, const TestAnswer &answer)
{
    m_streams[path].append(socket);
    socket->write(headOf(answer) + chunk(answer.body));
}

int TestServer::push(const QString &path, const QByteArray &bytes)
{
    const QList<QSslSocket *> open = m_streams.value(path);
    for (QSslSocket *socket : open) {
        socket->write(chunk(bytes));
    }
    return static_cast<int>(open.size());
}

void TestServer::endStreams(const QString &path)
{
    for (QSslSocket *socket : m_streams.take(path)) {
        socket->write("0\r\n\r\n");
    }
}

void TestServer::breakStreams(const QString &path)
{
    for (QSslSocket *socket : m_streams.take(path)) {
        socket->abort();
    }
}

int TestServer::streams() const
{
    qsizetype all = 0;
    for (const QList<QSslSocket *> &open : m_streams) {
        all += open.size();
    }
    return static_cast<int>(all);
}

TestAnswer TestServer::answerTo(const TestRequest &request) const
{
    if (m_handler) {
        if (const auto answer = m_handler(request)) {
            return *answer;
        }
    }
    const auto found = m_answers.find(request.path);
    return found != m_answers.end()
               ? *found
               : TestAnswer{.status = 404,
                            .body = status(404, "NotFound", "the server could not find the requested resource")};
}

void TestServer::write(QSslSocket *socket, const TestAnswer &answer)
{
    switch (answer.fault) {
    case TestAnswer::Fault::None:
        socket->write(headOf(answer) + answer.body);
        break;
    case TestAnswer::Fault::Truncated:
        socket->write(headOf(answer) + answer.body.left(answer.body.size() / 2));
        socket->disconnectFromHost();
        break;
    case TestAnswer::Fault::ClosedUnanswered:
        QMetaObject::invokeMethod(
            socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
        break;
    case TestAnswer::Fault::Silence:
        break;
    }
}

} // namespace faultline::test
