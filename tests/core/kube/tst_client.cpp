#include "core/kube/client.h"
#include "core/kube/loginhint.h"
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

class ClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u"QObject|QSsl"_s)); }

    void namesItselfAndAsksForCompactJson();
    void putsTheServersOwnPathBeforeEachRequest();
    void tellsTheServersTime();
    void sendsBearerToken();
    void sendsBasicAuth();
    void readsTheTokenFileEachTime();
    void takesTheTokenWhileTheTokenFileIsMissing();
    void saysHowToLogInAgain_data();
    void saysHowToLogInAgain();
    void saysWhichTokenFileIsMissing();
    void impersonatesUserAndGroups();
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

void ClientTest::takesTheTokenWhileTheTokenFileIsMissing()
{
    TestServer server;
    kube::Connection connection = connectionTo(server.url());
    connection.tokenFile = u"/nowhere/token"_s;
    connection.bearerToken = "kept";
    get(connection, u"/version"_s);
    QCOMPARE(server.requests().first().header("authorization"), "Bearer kept");
}

void ClientTest::saysHowToLogInAgain_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("words");
    QTest::newRow("a known tool") << u"/usr/bin/aws"_s << QString() << u"run `aws sso login`"_s;
    QTest::newRow("another tool") << u"team-login"_s << QString() << u"\"team-login\""_s;
    QTest::newRow("a token") << QString() << u"secret-token"_s << u"the token of user \"dev\" is not valid"_s;
    QTest::newRow("nothing") << QString() << QString() << u"user \"dev\" has no credential"_s;
}

void ClientTest::saysHowToLogInAgain()
{
    QFETCH(QString, command);
    QFETCH(QString, token);
    QFETCH(QString, words);
    kube::Connection connection = connectionTo(QUrl(u"https://127.0.0.1:1"_s));
    connection.plugin.command = command;
    connection.bearerToken = token.toUtf8();
    const QString hint = kube::loginHint(connection);
    QVERIFY2(hint.contains(words), qPrintable(hint));
    QVERIFY(token.isEmpty() || !hint.contains(token));
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
    connection.impersonateUid = u"7"_s;
    connection.impersonateExtra = {{u"scopes/v1"_s, u"read all"_s}, {u"scopes/v1"_s, u"list"_s}, {u"plain"_s, u"x"_s}};
    get(connection, u"/version"_s);
    const auto more = server.requests().last();
    QCOMPARE(more.header("impersonate-uid"), "7");
    QCOMPARE(more.headersNamed("impersonate-extra-scopes%2fv1"), (QList<QByteArray>{"read all", "list"}));
    QCOMPARE(more.header("impersonate-extra-plain"), "x");
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
