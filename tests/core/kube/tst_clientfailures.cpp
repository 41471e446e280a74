#include "core/kube/client.h"
#include "core/kube/tls.h"
#include "tests/support/clienttalk.h"
#include "tests/support/testserver.h"

#include <QtCore/QPointer>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using base::Error;

class ClientFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"QObject|QSsl"_s)); }

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
};

void ClientFailuresTest::neverFollowsARedirect()
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

void ClientFailuresTest::readsStatusObjects_data()
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

void ClientFailuresTest::readsStatusObjects()
{
    QFETCH(int, code);
    QFETCH(Error::Kind, kind);
    TestServer server;
    server.answer(u"/api/v1/pods"_s,
                  {.status = code, .body = TestServer::status(code, "Word", R"(pods \"x\" say\u001b[31m no)")});
    const auto response = get(connectionTo(server.url()), u"/api/v1/pods"_s);
    QCOMPARE(response.httpStatus, code);
    // A 401 also tells how to log in again.
    const QString hint =
        code == 401 ? u"; over an http:// address no credential is sent: is the server's address right?"_s : QString();
    QCOMPARE(*response.error, (Error{kind, u"pods \"x\" say[31m no"_s + hint, u"/api/v1/pods"_s}));
}

void ClientFailuresTest::showsFirstWordsOfAnHtmlPage()
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

void ClientFailuresTest::saysSoWhenTheBodyIsEmpty()
{
    TestServer server;
    server.answer(u"/a"_s, {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}});
    const auto response = get(connectionTo(server.url()), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unauthorized);
    QVERIFY(response.error->detail.startsWith(u"the server answered HTTP 401; "_s));
}

void ClientFailuresTest::reportsATruncatedBody()
{
    TestServer server;
    server.answer(u"/a"_s, {.body = QByteArray(20'000, 'x'), .fault = TestAnswer::Fault::Truncated});
    const auto response = get(connectionTo(server.url()), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Network);
    QVERIFY2(words(response).contains(u"in the middle of the answer"_s), qPrintable(words(response)));
    QCOMPARE(server.requests().size(), 1);
}

void ClientFailuresTest::refusesAnAnswerThatIsTooLarge()
{
    TestServer server;
    server.answerJson(u"/a"_s, QByteArray(3'000'000, 'x'));
    auto client = kube::Client::open(connectionTo(server.url()));
    const auto response = get(**client, {.path = u"/a"_s, .query = {}, .limitBytes = 2 << 20});
    QCOMPARE(kindOf(response), Error::Kind::TooLarge);
    QVERIFY(words(response).contains(u"larger than 2 MB"_s));
    QVERIFY(response.body.size() <= 2 << 20);
}

void ClientFailuresTest::timesOutWhenNothingComes()
{
    TestServer server;
    server.answer(u"/a"_s, {.fault = TestAnswer::Fault::Silence});
    const auto response = get(connectionTo(server.url()), u"/a"_s, {.idle = std::chrono::milliseconds(200)});
    QCOMPARE(kindOf(response), Error::Kind::TimedOut);
    QVERIFY2(words(response).contains(u"nothing came from the server for 0.2 s"_s), qPrintable(words(response)));
}

void ClientFailuresTest::timesOutInTheMiddleOfABody()
{
    TestServer server;
    server.answer(u"/a"_s, {.body = "{}", .headers = {{"Content-Length", "500"}}});
    const auto response = get(connectionTo(server.url()), u"/a"_s, {.idle = std::chrono::milliseconds(200)});
    QVERIFY2(kindOf(response) == Error::Kind::TimedOut, qPrintable(words(response)));
}

void ClientFailuresTest::waitsForItsTurnWhileOthersAreServed()
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

void ClientFailuresTest::saysThatNothingListens()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    const auto response = get(connectionTo(QUrl(u"http://127.0.0.1:%1"_s.arg(port))), u"/version"_s);
    QCOMPARE(kindOf(response), Error::Kind::Network);
    QVERIFY2(words(response).contains(u"127.0.0.1:%1 refused the connection"_s.arg(port)), qPrintable(words(response)));
}

void ClientFailuresTest::triesADeadConnectionOnceMore()
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

void ClientFailuresTest::givesUpOnTheSecondDeadConnection()
{
    TestServer server;
    server.setHandler([](const auto &) { return TestAnswer{.fault = TestAnswer::Fault::ClosedUnanswered}; });
    const auto response = get(connectionTo(server.url()), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Network);
    QVERIFY2(words(response).contains(u"closed the connection without an answer"_s), qPrintable(words(response)));
    QVERIFY2(server.requests().size() >= 2 && server.requests().size() <= 12,
             qPrintable(QString::number(server.requests().size())));
}

void ClientFailuresTest::waitsAsToldByRetryAfter()
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

void ClientFailuresTest::givesUpAfterTwoRetries()
{
    TestServer server;
    server.setHandler([](const auto &) {
        return TestAnswer{.status = 429, .body = "slow down", .headers = {{"Retry-After", "1"}}};
    });
    const kube::Patience patience{.longestRetry = std::chrono::milliseconds(10)};
    QCOMPARE(kindOf(get(connectionTo(server.url()), u"/a"_s, patience)), Error::Kind::Throttled);
    QCOMPARE(server.requests().size(), 3);
}

void ClientFailuresTest::doesNotRetryWithoutRetryAfter()
{
    TestServer server;
    server.answer(u"/a"_s, {.status = 503, .body = "down"});
    QCOMPARE(kindOf(get(connectionTo(server.url()), u"/a"_s)), Error::Kind::Server);
    QCOMPARE(server.requests().size(), 1);
}

void ClientFailuresTest::cancelsSilently()
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

void ClientFailuresTest::mayGoWithRequestsOnTheirWay()
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

QTEST_GUILESS_MAIN(ClientFailuresTest)
#include "tst_clientfailures.moc"
