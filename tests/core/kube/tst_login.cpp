#include "core/kube/client.h"
#include "core/kube/plugintrust.h"
#include "tests/support/clienttalk.h"
#include "tests/support/testserver.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using base::Error;

namespace {

constexpr auto kApi = "client.authentication.k8s.io/v1";

QByteArray credential(const QByteArray &status)
{
    return QByteArray(R"({"apiVersion":")") + kApi + R"(","kind":"ExecCredential","status":{)" + status + "}}";
}

std::optional<TestAnswer> unauthorized()
{
    return TestAnswer{.status = 401, .body = TestServer::status(401, "Unauthorized", "Unauthorized")};
}

} // namespace

/// Credential plugins are shell scripts here, which count their runs in a file.
class LoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsOnceForManyRequests();
    void sendsTheTokenThatItPrinted();
    void presentsTheCertificateThatItPrinted();
    void tellsThePluginWhatItAsksFor();
    void runsAgainWhenTheCredentialHasExpired();
    void asksAnewOnceWhenTheServerRefuses();
    void givesUpWhenTheNewCredentialIsRefusedToo();
    void takesAStaticTokenFirst();
    void runsNothingThatNobodyAllowed();
    void saysWhyThereIsNoCredential_data();
    void saysWhyThereIsNoCredential();
    void endsAProgramThatTakesTooLong();
    void looksInTheLoginShellsPath();
    void remembersByContent();
    void showsTheCommandLineWithoutItsVariables();

private:
    QString write(const QString &name, const QByteArray &text);
    /// A script as plugin: what it does after it has counted itself.
    kube::ExecPlugin plugin(const QByteArray &script);
    kube::Connection connection(const TestServer &server, const QByteArray &script);
    int runs() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LoginTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

QString LoginTest::write(const QString &name, const QByteArray &text)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    file.setPermissions(file.permissions() | QFileDevice::ExeOwner);
    return done ? path : QString();
}

kube::ExecPlugin LoginTest::plugin(const QByteArray &script)
{
    kube::ExecPlugin plugin;
    plugin.command = write(u"plugin"_s, "#!/bin/sh\necho run >>\"$RUNS\"\n" + script);
    plugin.environment = {{u"RUNS"_s, m_folder->filePath(u"runs"_s)}};
    plugin.apiVersion = QString::fromLatin1(kApi);
    plugin.userName = u"dev"_s;
    return plugin;
}

kube::Connection LoginTest::connection(const TestServer &server, const QByteArray &script)
{
    kube::Connection connection = connectionTo(server.url());
    connection.plugin = plugin(script);
    connection.isPluginAllowed = true;
    return connection;
}

int LoginTest::runs() const
{
    QFile file(m_folder->filePath(u"runs"_s));
    return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
}

void LoginTest::runsOnceForManyRequests()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    auto client = kube::Client::open(connection(server, "sleep 0.2; echo '" + credential(R"("token":"t1")") + "'"));
    QVERIFY(client);
    int done = 0;
    for (int i = 0; i < 5; ++i) {
        QObject::connect((*client)->get({u"/a"_s, {}}), &kube::Reply::finished, this,
                         [&done](const kube::Response &response) { done += response.httpStatus == 200 ? 1 : 0; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 5, 15'000);
    QCOMPARE(runs(), 1);
}

void LoginTest::sendsTheTokenThatItPrinted()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    QCOMPARE(get(connection(server, "echo '" + credential(R"("token":"t.o-k")") + "'"), u"/a"_s).httpStatus, 200);
    QCOMPARE(server.requests().first().header("authorization"), "Bearer t.o-k");
}

void LoginTest::presentsTheCertificateThatItPrinted()
{
    const TestPki pki(u"clients"_s);
    TestServer server(pki.server());
    server.askForCertificate(pki.caPem(), TestServer::ClientCertificate::MustHave);
    server.answerJson(u"/a"_s, "{}");
    const TestIdentity identity = pki.client(u"anna"_s);
    const QJsonObject status{{u"clientCertificateData"_s, QString::fromUtf8(identity.certificatePem)},
                             {u"clientKeyData"_s, QString::fromUtf8(identity.keyPem)}};
    const QJsonObject object{
        {u"apiVersion"_s, QLatin1StringView(kApi)}, {u"kind"_s, u"ExecCredential"_s}, {u"status"_s, status}};
    const QString file = write(u"credential"_s, QJsonDocument(object).toJson());
    kube::Connection asked = connection(server, "cat '" + file.toUtf8() + "'");
    asked.caPem = pki.caPem();
    const kube::Response response = get(asked, u"/a"_s);
    QVERIFY2(response.httpStatus == 200, qPrintable(words(response)));
    QCOMPARE(server.requests().first().clientName, u"anna"_s);
}

void LoginTest::tellsThePluginWhatItAsksFor()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    kube::Connection asked = connection(server, "printf %s \"$KUBERNETES_EXEC_INFO\" >\"$RUNS.info\"; echo '" +
                                                    credential(R"("token":"t")") + "'");
    asked.plugin.clusterInfo = {{u"server"_s, u"https://api.example.com"_s}};
    QCOMPARE(get(asked, u"/a"_s).httpStatus, 200);
    QFile info(m_folder->filePath(u"runs.info"_s));
    QVERIFY(info.open(QIODevice::ReadOnly));
    const QJsonObject told = QJsonDocument::fromJson(info.readAll()).object();
    QCOMPARE(told["apiVersion"_L1].toString(), QLatin1StringView(kApi));
    QCOMPARE(told["kind"_L1].toString(), u"ExecCredential"_s);
    QCOMPARE(told["spec"_L1]["interactive"_L1].toBool(true), false);
    QCOMPARE(told["spec"_L1]["cluster"_L1]["server"_L1].toString(), u"https://api.example.com"_s);
}

void LoginTest::runsAgainWhenTheCredentialHasExpired()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    auto client = kube::Client::open(connection(
        server, "echo '" + credential(R"("token":"old","expirationTimestamp":"2020-01-01T00:00:00Z")") + "'"));
    QVERIFY(client);
    QCOMPARE(get(**client, {u"/a"_s, {}}).httpStatus, 200);
    QCOMPARE(get(**client, {u"/a"_s, {}}).httpStatus, 200);
    QCOMPARE(runs(), 2);
}

void LoginTest::asksAnewOnceWhenTheServerRefuses()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    server.setHandler([](const TestRequest &request) {
        return request.header("authorization") == "Bearer 2" ? std::nullopt : unauthorized();
    });
    const QByteArray script = "echo '" + credential(R"("token":"'$(wc -l <"$RUNS" | tr -d ' ')'")") + "'";
    const kube::Response response = get(connection(server, script), u"/a"_s);
    QVERIFY2(response.httpStatus == 200, qPrintable(words(response)));
    QCOMPARE(runs(), 2);
}

void LoginTest::givesUpWhenTheNewCredentialIsRefusedToo()
{
    TestServer server;
    server.setHandler([](const TestRequest &) { return unauthorized(); });
    const kube::Response response = get(connection(server, "echo '" + credential(R"("token":"t")") + "'"), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unauthorized);
    QCOMPARE(runs(), 2);
}

void LoginTest::takesAStaticTokenFirst()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    kube::Connection asked = connection(server, "exit 1");
    asked.isPluginAllowed = false;
    asked.bearerToken = "static";
    QCOMPARE(get(asked, u"/a"_s).httpStatus, 200);
    QCOMPARE(runs(), 0);
}

void LoginTest::runsNothingThatNobodyAllowed()
{
    TestServer server;
    kube::Connection asked = connection(server, "echo x");
    asked.isPluginAllowed = false;
    const auto client = kube::Client::open(asked);
    QVERIFY(!client);
    QCOMPARE(client.error().kind, Error::Kind::Usage);
    QVERIFY(client.error().detail.contains(asked.plugin.command));
    QCOMPARE(runs(), 0);
}

void LoginTest::saysWhyThereIsNoCredential_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &script, const QString &words) {
        QTest::newRow(name) << script << words;
    };
    row("its own words", "echo 'Token has expired, run: aws sso login' >&2; exit 254",
        u"it ended with exit code 254. Token has expired, run: aws sso login"_s);
    row("nothing", "true", u"what it printed is no ExecCredential"_s);
    row("no JSON", "echo hello", u"what it printed is no ExecCredential"_s);
    row("another version",
        R"(echo '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"t"}}')",
        u"it answers in version \"client.authentication.k8s.io/v1beta1\""_s);
    row("no status", R"(echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential"}')",
        u"its answer has no \"status\""_s);
    row("an empty status", "echo '" + credential({}) + "'", u"neither a token nor a certificate"_s);
    row("a certificate without a key", "echo '" + credential(R"("clientCertificateData":"x")") + "'",
        u"a certificate or a key without the other"_s);
    row("a token of two lines", "printf '%s' '" + credential(R"("token":"a\nb")") + "'", u"more than one line"_s);
    row("too much", "head -c 3000000 /dev/zero", u"it printed more than 1024 KB"_s);
    row("a crash", "kill -SEGV $$", u"it crashed"_s);
}

void LoginTest::saysWhyThereIsNoCredential()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, words);
    TestServer server;
    const kube::Response response = get(connection(server, script), u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unauthorized);
    const QString detail = response.error->detail;
    QVERIFY2(detail.contains(words), qPrintable(detail));
    QVERIFY2(detail.contains(u"by which user \"dev\" logs in"_s), qPrintable(detail));
    QVERIFY(server.requests().isEmpty());
}

void LoginTest::endsAProgramThatTakesTooLong()
{
    TestServer server;
    const kube::Connection asked = connection(server, "exec sleep 60");
    const kube::Response response = get(asked, u"/a"_s, {.plugin = std::chrono::milliseconds(300)});
    QCOMPARE(kindOf(response), Error::Kind::Unauthorized);
    QVERIFY(response.error->detail.contains(u"it did not end within"_s));
}

/// A desktop icon starts programs without what the login shell adds to PATH.
void LoginTest::looksInTheLoginShellsPath()
{
    TestServer server;
    server.answerJson(u"/a"_s, "{}");
    kube::Connection asked = connection(server, "echo '" + credential(R"("token":"t")") + "'");
    asked.plugin.command = u"faultline-test-plugin"_s;
    asked.plugin.installHint = u"Get it from your team."_s;
    kube::Response response = get(asked, u"/a"_s);
    QCOMPARE(kindOf(response), Error::Kind::Unauthorized);
    QVERIFY2(response.error->detail.contains(u"nor in that of the login shell. Get it from your team."_s),
             qPrintable(response.error->detail));

    QVERIFY(QDir(m_folder->path()).mkdir(u"bin"_s));
    QVERIFY(QFile::rename(m_folder->filePath(u"plugin"_s), m_folder->filePath(u"bin/faultline-test-plugin"_s)));
    const QString shell = write(u"shell"_s, "#!/bin/sh\necho welcome\nshift\nPATH=\"" +
                                                m_folder->filePath(u"bin"_s).toUtf8() + ":$PATH\"\neval \"$1\"\n");
    const QByteArray before = qgetenv("SHELL");
    qputenv("SHELL", shell.toLocal8Bit());
    response = get(asked, u"/a"_s);
    qputenv("SHELL", before);
    QVERIFY2(response.httpStatus == 200, qPrintable(words(response)));
}

void LoginTest::remembersByContent()
{
    const kube::PluginTrust trust(m_folder->filePath(u"config/allowed"_s));
    kube::ExecPlugin known = plugin("true");
    QVERIFY(!trust.isTrusted(known));
    QVERIFY(trust.trust(known));
    QVERIFY(trust.isTrusted(known));
    kube::ExecPlugin other = known;
    other.arguments = {u"--as"_s, u"admin"_s};
    QVERIFY(!trust.isTrusted(other));
    other = known;
    other.environment.front().second = u"elsewhere"_s;
    QVERIFY(!trust.isTrusted(other));
    QVERIFY(trust.trust(other));
    QVERIFY(trust.isTrusted(known));
}

void LoginTest::showsTheCommandLineWithoutItsVariables()
{
    kube::ExecPlugin shown;
    shown.command = u"cloud"_s;
    shown.arguments = {u"login"_s, u"it's me"_s};
    shown.environment = {{u"CLOUD_SECRET"_s, u"hunter2"_s}};
    QCOMPARE(kube::commandLine(shown), u"CLOUD_SECRET=… cloud login 'it'\\''s me'"_s);
}

QTEST_GUILESS_MAIN(LoginTest)
#include "tst_login.moc"
