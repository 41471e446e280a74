#include "core/kube/client.h"
#include "core/kube/tls.h"
#include "tests/support/testserver.h"

#include <QtCore/QPointer>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace {

using namespace faultline;
using namespace Qt::StringLiterals;
using base::Error;
using test::KeyForm;
using test::KeyType;
using test::TestAnswer;
using test::TestPki;
using test::TestServer;

constexpr std::chrono::milliseconds kBound{15'000};

kube::Connection connectionTo(const QUrl &server)
{
    kube::Connection connection;
    connection.server = server;
    connection.clusterName = u"kh"_s;
    connection.userName = u"dev"_s;
    return connection;
}

// A time-out gives a response without status and error, which no test expects.
kube::Response get(kube::Client &client, const kube::Request &request)
{
    kube::Response answer;
    bool isDone = false;
    QObject context;
    QObject::connect(client.get(request), &kube::Reply::finished, &context, [&](const kube::Response &response) {
        answer = response;
        isDone = true;
    });
    return QTest::qWaitFor([&] { return isDone; }, int(kBound.count())) ? answer : kube::Response{};
}

kube::Response get(const kube::Connection &connection, const QString &path, const kube::Patience &patience = {})
{
    auto client = kube::Client::open(connection, patience);
    return client ? get(**client, {path, {}}) : kube::Response{0, {}, {}, client.error()};
}

Error::Kind kindOf(const kube::Response &response)
{
    return response.error ? response.error->kind : Error::Kind::Usage;
}

QString words(const kube::Response &response) { return response.error ? response.error->toString() : u"(none)"_s; }

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"QObject|QSsl"_s)); }

    void namesItselfAndAsksForCompactJson();
    void putsTheServersOwnPathBeforeEachRequest();
    void tellsTheServersTime();

    void acceptsAServerOfItsAuthority();
    void namesWhatIsWrongWithACertificate_data();
    void namesWhatIsWrongWithACertificate();
    void doesNotVerifyWhenToldSo();
    void verifiesTheNameOfTlsServerName();
    void usesItsOwnAuthorityInsteadOfTheSystems();

    void showsItsCertificate_data();
    void showsItsCertificate();
    void refusesAKeyItCannotUse_data();
    void refusesAKeyItCannotUse();
    void saysThatTheServerRefusedTheCertificate();

    void sendsBearerToken();
    void sendsBasicAuth();
    void readsTheTokenFileEachTime();
    void saysWhichTokenFileIsMissing();
    void impersonatesUserAndGroups();

    void neverFollowsARedirect();
    void readsStatusObjects_data();
    void readsStatusObjects();
    void showsFirstWordsOfAnHtmlPage();
    void saysSoWhenTheBodyIsEmpty();
    void reportsATruncatedBody();
    void refusesAnAnswerThatIsTooLarge();
    void timesOutWhenNothingComes();
    void timesOutInTheMiddleOfABody();
    void waitsForItsTurnWhileOthersAreServed();
    void saysThatNothingListens();
    void triesADeadConnectionOnceMore();
    void givesUpOnTheSecondDeadConnection();
    void waitsAsToldByRetryAfter();
    void givesUpAfterTwoRetries();
    void doesNotRetryWithoutRetryAfter();
    void cancelsSilently();
    void mayGoWithRequestsOnTheirWay();
    void refusesAnHttpsProxy();
    void sendsProxyAuthorizationAtOnce();
};

void ClientTest::namesItselfAndAsksForCompactJson()
{
    TestServer server;
    server.answerJson(u"/version"_s, "{}");
    QCOMPARE(get(connectionTo(server.url()), u"/version"_s).httpStatus, 200);
    const auto request = server.requests().first();
    QCOMPARE(request.header("user-agent"), "faultline/" FAULTLINE_VERSION);
    QCOMPARE(request.header("accept"), "application/json");
    QVERIFY(request.header("accept-encoding").contains("gzip")); // Qt's own: it inflates only what it asked for
    QCOMPARE(request.header("authorization"), QByteArray());
}

void ClientTest::putsTheServersOwnPathBeforeEachRequest()
{
    TestServer server;
    server.answerJson(u"/k8s/clusters/c-1/api/v1/pods"_s, "{}");
    QUrl url = server.url();
    url.setPath(u"/k8s/clusters/c-1/"_s);
    url.setUserInfo(u"who:secret"_s);
    QCOMPARE(get(connectionTo(url), u"/api/v1/pods"_s).httpStatus, 200);
    QCOMPARE(server.requests().first().header("authorization"), QByteArray());
}

void ClientTest::tellsTheServersTime()
{
    TestServer server;
    server.answer(u"/a"_s, {.body = "{}", .headers = {{"Date", "Mon, 23 Nov 2026 11:17:05 GMT"}}});
    QCOMPARE(get(connectionTo(server.url()), u"/a"_s).date.ms, qint64(1'795'432'625'000));
    server.answer(u"/b"_s, {.body = "{}", .headers = {{"Date", "yesterday"}}});
    QVERIFY(!get(connectionTo(server.url()), u"/b"_s).date.isValid());
}

void ClientTest::acceptsAServerOfItsAuthority()
{
    const TestPki pki(u"Right CA"_s);
    TestServer server(pki.server());
    server.answerJson(u"/version"_s, R"({"major":"1"})");
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(words(response), u"(none)"_s);
    QCOMPARE(response.body, R"({"major":"1"})");
    connection.server = server.url(u"localhost"_s);
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
}

void ClientTest::namesWhatIsWrongWithACertificate_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown authority") << u"authority"_s << u"signed by an unknown authority (\"Other CA\")"_s;
    QTest::newRow("expired") << u"expired"_s << u"certificate expired on "_s;
    QTest::newRow("not yet valid") << u"early"_s << u"is not valid before "_s;
    QTest::newRow("other host") << u"host"_s
                                << u"is not for the host name 127.0.0.1 but for 10.0.0.1, api.example.com"_s;
    QTest::newRow("self-signed") << u"self"_s << u"self-signed and not trusted"_s;
}

void ClientTest::namesWhatIsWrongWithACertificate()
{
    QFETCH(QString, wrong);
    QFETCH(QString, said);
    const TestPki pki(u"Right CA"_s);
    const TestPki other(u"Other CA"_s);
    const QStringList names{u"IP:127.0.0.1"_s};
    const auto identity =
        wrong == "authority"_L1 ? other.server()
        : wrong == "expired"_L1
            ? pki.issue({.commonName = u"api"_s, .names = names, .validFrom = -9000, .validUntil = -60})
        : wrong == "early"_L1
            ? pki.issue({.commonName = u"api"_s, .names = names, .validFrom = 3600, .validUntil = 9000})
        : wrong == "host"_L1
            ? pki.issue({.commonName = u"api"_s, .names = {u"DNS:api.example.com"_s, u"IP:10.0.0.1"_s}})
            : TestPki::selfSigned({.commonName = u"api"_s, .names = names});
    TestServer server(identity);
    server.answerJson(u"/version"_s, "{}");
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    connection.bearerToken = "secret";
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Tls);
    QVERIFY2(words(response).contains(said), qPrintable(words(response)));
    QCOMPARE(server.requests().size(), 0);
}

void ClientTest::doesNotVerifyWhenToldSo()
{
    TestServer server(TestPki::selfSigned({.commonName = u"api"_s}));
    server.answerJson(u"/version"_s, "{}");
    kube::Connection connection = connectionTo(server.url());
    connection.insecureSkipTlsVerify = true;
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
}

void ClientTest::verifiesTheNameOfTlsServerName()
{
    const TestPki pki(u"Right CA"_s);
    TestServer server(pki.issue({.commonName = u"api"_s, .names = {u"DNS:api.internal"_s}}));
    server.answerJson(u"/version"_s, "{}");
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    connection.tlsServerName = u"api.internal"_s;
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
    connection.tlsServerName = u"other.internal"_s;
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Tls);
    QVERIFY2(words(response).contains(u"not for the host name other.internal but for api.internal"_s),
             qPrintable(words(response)));
}

void ClientTest::usesItsOwnAuthorityInsteadOfTheSystems()
{
    const TestPki pki(u"Private CA"_s);
    TestServer server(pki.server());
    const auto response = get(connectionTo(server.url()), u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Tls);
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n";
    QCOMPARE(kindOf(get(connection, u"/version"_s)), Error::Kind::Malformed);
}

void ClientTest::showsItsCertificate_data()
{
    QTest::addColumn<KeyType>("type");
    QTest::addColumn<KeyForm>("form");
    QTest::newRow("RSA, PKCS#8") << KeyType::Rsa << KeyForm::Pkcs8;
    QTest::newRow("RSA, PKCS#1") << KeyType::Rsa << KeyForm::Traditional;
    QTest::newRow("EC, PKCS#8") << KeyType::Ec << KeyForm::Pkcs8;
    QTest::newRow("EC, SEC1") << KeyType::Ec << KeyForm::Traditional;
    QTest::newRow("EC with its parameters first") << KeyType::Ec << KeyForm::WithEcParameters;
    QTest::newRow("Ed25519") << KeyType::Ed25519 << KeyForm::Pkcs8;
}

void ClientTest::showsItsCertificate()
{
    QFETCH(KeyType, type);
    QFETCH(KeyForm, form);
    const TestPki pki(u"Right CA"_s);
    TestServer server(pki.server());
    server.askForCertificate(pki.caPem(), TestServer::ClientCertificate::MustHave);
    server.answerJson(u"/version"_s, "{}");
    const auto identity = pki.client(u"jane"_s, type, form);
    kube::Connection connection = connectionTo(server.url());
    connection.caPem = pki.caPem();
    connection.clientCertificatePem = identity.certificatePem;
    connection.clientKeyPem = identity.keyPem;
    QCOMPARE(words(get(connection, u"/version"_s)), u"(none)"_s);
    QCOMPARE(server.requests().first().clientName, u"jane"_s);
}

void ClientTest::refusesAKeyItCannotUse_data()
{
    const TestPki pki(u"Right CA"_s);
    const auto jane = pki.client(u"jane"_s);
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("said");
    QTest::newRow("pass phrase, PKCS#8") << pki.client(u"x"_s, KeyType::Ec, KeyForm::Encrypted).keyPem
                                         << u"protected by a pass phrase"_s;
    QTest::newRow("pass phrase, PKCS#1") << pki.client(u"x"_s, KeyType::Rsa, KeyForm::EncryptedTraditional).keyPem
                                         << u"protected by a pass phrase"_s;
    QTest::newRow("no key") << QByteArray("hunter2") << u"not a private key in PEM form"_s;
    QTest::newRow("another's key") << jane.keyPem << u"does not belong to the client certificate"_s;
}

void ClientTest::refusesAKeyItCannotUse()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, said);
    const TestPki pki(u"Right CA"_s);
    kube::Connection connection = connectionTo(QUrl(u"https://127.0.0.1:1"_s));
    connection.clientCertificatePem = pki.client(u"bob"_s).certificatePem;
    connection.clientKeyPem = key;
    const auto client = kube::Client::open(connection);
    QVERIFY(!client);
    QVERIFY2(client.error().toString().contains(said), qPrintable(client.error().toString()));
    QVERIFY(client.error().toString().contains(u"user \"dev\""_s));
    QVERIFY(!client.error().toString().contains(u"hunter2"_s));
}

// The alerts as OpenSSL reports them; a server made with Qt closes the connection without one.
void ClientTest::saysThatTheServerRefusedTheCertificate()
{
    for (const QString &alert :
         {u"Error while reading: error:0A00045C:SSL routines::tlsv13 alert certificate required"_s,
          u"Error while reading: error:0A000418:SSL routines::tlsv1 alert unknown ca"_s,
          u"Error during SSL handshake: error:0A000412:SSL routines::sslv3 alert bad certificate"_s}) {
        QVERIFY(kube::isCertificateAlert(alert));
        const Error error = kube::handshakeError(alert);
        QCOMPARE(error.kind, Error::Kind::Tls);
        QVERIFY(error.detail.startsWith(u"the server refused the client certificate"_s));
    }
    QVERIFY(!kube::isCertificateAlert(u"Error during SSL handshake: tlsv1 alert protocol version"_s));
}

void ClientTest::sendsBearerToken()
{
    TestServer server;
    kube::Connection connection = connectionTo(server.url());
    connection.bearerToken = "abc.def";
    connection.basicUser = u"ignored"_s;
    get(connection, u"/version"_s);
    QCOMPARE(server.requests().first().header("authorization"), "Bearer abc.def");
}

void ClientTest::sendsBasicAuth()
{
    TestServer server;
    kube::Connection connection = connectionTo(server.url());
    connection.basicUser = u"jörg"_s;
    connection.basicPassword = u"a:b"_s;
    get(connection, u"/version"_s);
    QCOMPARE(server.requests().first().header("authorization"), "Basic " + QByteArray("jörg:a:b").toBase64());
}

void ClientTest::readsTheTokenFileEachTime()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"token"_s);
    const auto writeToken = [&path](const QByteArray &token) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token);
    };
    TestServer server;
    kube::Connection connection = connectionTo(server.url());
    connection.tokenFile = path;
    connection.bearerToken = "old";
    auto client = kube::Client::open(connection);
    writeToken("first\n");
    get(**client, {u"/a"_s, {}});
    writeToken("second");
    get(**client, {u"/b"_s, {}});
    QCOMPARE(server.requests().at(0).header("authorization"), "Bearer first");
    QCOMPARE(server.requests().at(1).header("authorization"), "Bearer second");
    writeToken("two\nlines");
    const auto response = get(**client, {u"/c"_s, {}});
    QCOMPARE(kindOf(response), Error::Kind::Malformed);
    QVERIFY(!words(response).contains(u"lines\""_s));
    QCOMPARE(server.requests().size(), 2);
}

void ClientTest::saysWhichTokenFileIsMissing()
{
    kube::Connection connection = connectionTo(QUrl(u"http://127.0.0.1:1"_s));
    connection.tokenFile = u"/nowhere/token"_s;
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::File);
    QVERIFY(words(response).contains(u"/nowhere/token"_s));
    QVERIFY(words(response).contains(u"user \"dev\""_s));
}

void ClientTest::impersonatesUserAndGroups()
{
    TestServer server;
    kube::Connection connection = connectionTo(server.url());
    connection.impersonateUser = u"jane"_s;
    connection.impersonateGroups = {u"devs"_s, u"ops"_s};
    get(connection, u"/version"_s);
    const auto request = server.requests().first();
    QCOMPARE(request.header("impersonate-user"), "jane");
    QCOMPARE(request.headersNamed("impersonate-group"), (QList<QByteArray>{"devs", "ops"}));
}

void ClientTest::neverFollowsARedirect()
{
    TestServer other;
    other.answerJson(u"/login"_s, "{}");
    TestServer server;
    server.answer(u"/version"_s,
                  {.status = 302, .headers = {{"Location", other.url(u"localhost"_s).toEncoded() + "/login"}}});
    kube::Connection connection = connectionTo(server.url());
    connection.bearerToken = "secret";
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unsupported);
    QVERIFY2(words(response).contains(u"redirects to localhost"_s), qPrintable(words(response)));
    QTest::qWait(50);
    QCOMPARE(other.connections(), 0);
}

void ClientTest::readsStatusObjects_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("400") << 400 << Error::Kind::Usage;
    QTest::newRow("401") << 401 << Error::Kind::Unauthorized;
    QTest::newRow("403") << 403 << Error::Kind::Forbidden;
    QTest::newRow("404") << 404 << Error::Kind::NotFound;
    QTest::newRow("410") << 410 << Error::Kind::Conflict;
    QTest::newRow("429") << 429 << Error::Kind::Throttled;
    QTest::newRow("500") << 500 << Error::Kind::Server;
    QTest::newRow("503") << 503 << Error::Kind::Server;
    QTest::newRow("504") << 504 << Error::Kind::TimedOut;
}

void ClientTest::readsStatusObjects()
{
    QFETCH(int, code);
    QFETCH(Error::Kind, kind);
    TestServer server;
    server.answer(u"/api/v1/pods"_s,
                  {.status = code, .body = TestServer::status(code, "Word", R"(pods \"x\" say\u001b[31m no)")});
    const auto response = get(connectionTo(server.url()), u"/api/v1/pods"_s);
    QCOMPARE(response.httpStatus, code);
    QCOMPARE(*response.error, (Error{kind, u"pods \"x\" say[31m no"_s, u"/api/v1/pods"_s}));
}

void ClientTest::showsFirstWordsOfAnHtmlPage()
{
    TestServer server;
    server.answer(u"/a"_s,
                  {.status = 502,
                   .body = "<html><head><title>502 Bad\nGateway</title></head><body><h1>nginx</h1></body></html>",
                   .contentType = "text/html"});
    QCOMPARE(get(connectionTo(server.url()), u"/a"_s).error->detail,
             u"the server answered HTTP 502: 502 Bad Gateway"_s);
    server.answer(u"/b"_s,
                  {.status = 403, .body = "<style>b{}</style><b>no\x1b[2J</b> entry " + QByteArray(9000, 'x')});
    const auto response = get(connectionTo(server.url()), u"/b"_s);
    QVERIFY2(response.error->detail.startsWith(u"the server answered HTTP 403: no[2J entry xxx"_s),
             qPrintable(response.error->detail));
    QVERIFY(response.error->detail.size() < 200);
}

void ClientTest::saysSoWhenTheBodyIsEmpty()
{
    TestServer server;
    server.answer(u"/a"_s, {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}});
    const auto response = get(connectionTo(server.url()), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unauthorized);
    QCOMPARE(response.error->detail, u"the server answered HTTP 401"_s);
}

void ClientTest::reportsATruncatedBody()
{
    TestServer server;
    server.answer(u"/a"_s, {.body = QByteArray(20'000, 'x'), .fault = TestAnswer::Fault::Truncated});
    const auto response = get(connectionTo(server.url()), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Network);
    QVERIFY2(words(response).contains(u"in the middle of the answer"_s), qPrintable(words(response)));
    QCOMPARE(server.requests().size(), 1);
}

void ClientTest::refusesAnAnswerThatIsTooLarge()
{
    TestServer server;
    server.answerJson(u"/a"_s, QByteArray(3'000'000, 'x'));
    auto client = kube::Client::open(connectionTo(server.url()));
    const auto response = get(**client, {.path = u"/a"_s, .query = {}, .limitBytes = 2 << 20});
    QCOMPARE(kindOf(response), Error::Kind::TooLarge);
    QVERIFY(words(response).contains(u"larger than 2 MB"_s));
    QVERIFY(response.body.size() <= 2 << 20);
}

void ClientTest::timesOutWhenNothingComes()
{
    TestServer server;
    server.answer(u"/a"_s, {.fault = TestAnswer::Fault::Silence});
    const auto response = get(connectionTo(server.url()), u"/a"_s, {.idle = std::chrono::milliseconds(200)});
    QCOMPARE(kindOf(response), Error::Kind::TimedOut);
    QVERIFY2(words(response).contains(u"nothing came from the server for 0.2 s"_s), qPrintable(words(response)));
}

void ClientTest::timesOutInTheMiddleOfABody()
{
    TestServer server;
    server.answer(u"/a"_s, {.body = "{}", .headers = {{"Content-Length", "500"}}});
    const auto response = get(connectionTo(server.url()), u"/a"_s, {.idle = std::chrono::milliseconds(200)});
    QVERIFY2(kindOf(response) == Error::Kind::TimedOut, qPrintable(words(response)));
}

void ClientTest::waitsForItsTurnWhileOthersAreServed()
{
    TestServer server; // HTTP/1.1: Qt opens six connections and lets the rest wait
    server.setHandler([](const auto &) { return TestAnswer{.body = "{}", .delayMs = 150}; });
    auto client = kube::Client::open(connectionTo(server.url()), {.idle = std::chrono::milliseconds(400)});
    QVERIFY(client);
    int fine = 0;
    int ended = 0;
    for (int i = 0; i < 30; ++i) { // 5 rounds of 150 ms: the last ones wait longer than the patience
        connect((*client)->get({u"/%1"_s.arg(i), {}}), &kube::Reply::finished, this, [&](const auto &response) {
            ++ended;
            fine += response.error ? 0 : 1;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(ended, 30, 10'000);
    QCOMPARE(fine, 30);
}

void ClientTest::saysThatNothingListens()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    const auto response = get(connectionTo(QUrl(u"http://127.0.0.1:%1"_s.arg(port))), u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Network);
    QVERIFY2(words(response).contains(u"127.0.0.1:%1 refused the connection"_s.arg(port)), qPrintable(words(response)));
}

void ClientTest::triesADeadConnectionOnceMore()
{
    TestServer server;
    // Qt itself tries a connection that dies under a request again a few times; this looks at the end result.
    server.setHandler([&server](const auto &) -> std::optional<TestAnswer> {
        return server.requests().size() == 1 ? TestAnswer{.fault = TestAnswer::Fault::ClosedUnanswered}
                                             : TestAnswer{.body = "{}"};
    });
    QCOMPARE(words(get(connectionTo(server.url()), u"/a"_s)), u"(none)"_s);
    QCOMPARE(server.requests().size(), 2);
}

void ClientTest::givesUpOnTheSecondDeadConnection()
{
    TestServer server;
    server.setHandler([](const auto &) { return TestAnswer{.fault = TestAnswer::Fault::ClosedUnanswered}; });
    const auto response = get(connectionTo(server.url()), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Network);
    QVERIFY2(words(response).contains(u"closed the connection without an answer"_s), qPrintable(words(response)));
    QVERIFY2(server.requests().size() >= 2 && server.requests().size() <= 12,
             qPrintable(QString::number(server.requests().size())));
}

void ClientTest::waitsAsToldByRetryAfter()
{
    TestServer server;
    server.setHandler([&server](const auto &) -> std::optional<TestAnswer> {
        return server.requests().size() < 3
                   ? TestAnswer{.status = server.requests().size() == 1 ? 429 : 503, .headers = {{"Retry-After", "60"}}}
                   : TestAnswer{.body = "{}"};
    });
    const kube::Patience patience{.longestRetry = std::chrono::milliseconds(100)};
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(words(get(connectionTo(server.url()), u"/a"_s, patience)), u"(none)"_s);
    QVERIFY(timer.elapsed() >= 200);
    QCOMPARE(server.requests().size(), 3);
}

void ClientTest::givesUpAfterTwoRetries()
{
    TestServer server;
    server.setHandler([](const auto &) {
        return TestAnswer{.status = 429, .body = "slow down", .headers = {{"Retry-After", "1"}}};
    });
    const kube::Patience patience{.longestRetry = std::chrono::milliseconds(10)};
    QCOMPARE(kindOf(get(connectionTo(server.url()), u"/a"_s, patience)), Error::Kind::Throttled);
    QCOMPARE(server.requests().size(), 3);
}

void ClientTest::doesNotRetryWithoutRetryAfter()
{
    TestServer server;
    server.answer(u"/a"_s, {.status = 503, .body = "down"});
    QCOMPARE(kindOf(get(connectionTo(server.url()), u"/a"_s)), Error::Kind::Server);
    QCOMPARE(server.requests().size(), 1);
}

void ClientTest::cancelsSilently()
{
    TestServer server;
    server.answer(u"/a"_s, {.fault = TestAnswer::Fault::Silence});
    auto client = kube::Client::open(connectionTo(server.url()));
    bool spoke = false;
    QPointer<kube::Reply> reply = (*client)->get({u"/a"_s, {}});
    connect(reply, &kube::Reply::finished, this, [&spoke] { spoke = true; });
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 5000);
    reply->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(reply.isNull(), 5000);
    QPointer<kube::Reply> unsent = (*client)->get({u"/b"_s, {}});
    unsent->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(unsent.isNull(), 5000);
    QVERIFY(!spoke);
    QCOMPARE(server.requests().size(), 1);
}

void ClientTest::mayGoWithRequestsOnTheirWay()
{
    TestServer server;
    server.answer(u"/a"_s, {.fault = TestAnswer::Fault::Silence});
    auto client = kube::Client::open(connectionTo(server.url()));
    bool spoke = false;
    connect((*client)->get({u"/a"_s, {}}), &kube::Reply::finished, this, [&spoke] { spoke = true; });
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, 5000);
    client->reset();
    QTest::qWait(20);
    QVERIFY(!spoke);
}

void ClientTest::refusesAnHttpsProxy()
{
    kube::Connection connection = connectionTo(QUrl(u"https://127.0.0.1:1"_s));
    connection.proxy = QUrl(u"https://proxy.example.com"_s);
    const auto response = get(connection, u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unsupported);
}

void ClientTest::sendsProxyAuthorizationAtOnce()
{
    TestServer proxy;
    proxy.setHandler([](const auto &) { return TestAnswer{.status = 403, .headers = {{"Connection", "close"}}}; });
    kube::Connection connection = connectionTo(QUrl(u"https://api.example.com:6443"_s));
    connection.proxy = proxy.url();
    connection.proxy.setUserInfo(u"me:p%40ss"_s);
    const auto response = get(connection, u"/version"_s, {.idle = std::chrono::milliseconds(3000)});
    QVERIFY2(kindOf(response) == Error::Kind::Proxy, qPrintable(words(response)));
    QCOMPARE(proxy.requests().first().method, "CONNECT");
    QCOMPARE(proxy.requests().first().header("proxy-authorization"), "Basic " + QByteArray("me:p@ss").toBase64());
}

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
