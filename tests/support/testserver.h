#pragma once

#include "tests/support/testpki.h"

#include <QtCore/QHash>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QTcpServer>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace faultline::test {

struct TestRequest {
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< names in lower case, in order
    QString clientName;                                 ///< common name of the client certificate; empty without one

    QByteArray header(const QByteArray &name) const;
    QList<QByteArray> headersNamed(const QByteArray &name) const;
    QString parameter(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
};

struct TestAnswer {
    enum class Fault {
        None,
        Truncated,        ///< half the body, then the connection ends
        ClosedUnanswered, ///< the connection ends before the first byte
        Silence           ///< nothing ever comes
    };
    int status = 200;
    QByteArray body{};
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers{};
    int delayMs = 0;
    Fault fault = Fault::None;
    enum class Form { Whole, Stream };
    Form form = Form::Whole; ///< a stream stays open behind its body, for TestServer::push()
};

/// A small HTTP/1.1 server on 127.0.0.1 with keep-alive, with or without TLS, that answers by path and remembers what
/// it was asked. A path without an answer gets a Kubernetes 404.
class TestServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit TestServer(QObject *parent = nullptr);
    TestServer(const TestIdentity &identity, QObject *parent = nullptr);

    /// Asks for a client certificate; with `mustHave` the handshake fails without a good one.
    enum class ClientCertificate { Wanted, MustHave };
    void askForCertificate(const QByteArray &caPem, ClientCertificate rule);

    void answer(const QString &path, const TestAnswer &answer) { m_answers[path] = answer; }
    void answerJson(const QString &path, const QByteArray &json) { answer(path, {.body = json}); }

    /// Comes before the answers by path; no value lets those answer.
    using Handler = std::function<std::optional<TestAnswer>(const TestRequest &)>;
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    const QList<TestRequest> &requests() const { return m_requests; }
    QList<TestRequest> requestsTo(const QString &path) const;
    void forgetRequests() { m_requests.clear(); }
    int connections() const { return m_connections; }

    /// Writes to every open stream of a path, in the order in which they were opened; their number.
    int push(const QString &path, const QByteArray &bytes);
    void endStreams(const QString &path);   ///< as a server does whose timeoutSeconds are over
    void breakStreams(const QString &path); ///< as a network does
    int streams(const QString &path) const { return static_cast<int>(m_streams.value(path).size()); }
    int streams() const; ///< of all paths

    /// metav1.Status as the API server writes it.
    static QByteArray status(int code, const QByteArray &reason, const QByteArray &message);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void onReadyRead(QSslSocket *socket);
    void respond(QSslSocket *socket, const QByteArray &head);
    void write(QSslSocket *socket, const TestAnswer &answer);
    void openStream(QSslSocket *socket, const QString &path, const TestAnswer &answer);
    TestAnswer answerTo(const TestRequest &request) const;

    std::optional<QSslConfiguration> m_tls;
    QHash<QString, TestAnswer> m_answers;
    Handler m_handler;
    QList<TestRequest> m_requests;
    QHash<QSslSocket *, QByteArray> m_buffers;
    QHash<QString, QList<QSslSocket *>> m_streams;
    int m_connections = 0;
};

} // namespace faultline::test
