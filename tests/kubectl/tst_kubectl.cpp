#include "core/kube/kubeconfig.h"
#include "tests/support/clienttalk.h"
#include "tests/support/relay.h"
#include "tests/support/testserver.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using test::TestRequest;
using test::TestServer;

namespace {

constexpr int kBound = 60'000;

/// Whether both do the same with a kubeconfig. What differs is named in its row, so that the list of differences is
/// tested, too.
enum class Relation { Same, OnlyFaultline, OnlyKubectl };

/// What reached the server: the request's identity as text lines, or "(nothing)" with the words of the refusal apart.
struct Seen {
    QString request = u"(nothing)"_s;
    QString words;
};

QString identityOf(const TestRequest &request)
{
    QStringList lines{u"path "_s + request.path};
    if (!request.clientName.isEmpty())
        lines.append(u"certificate "_s + request.clientName);
    QStringList headers;
    for (const auto &[name, value] : request.headers) {
        if (name == "authorization" || name.startsWith("impersonate-"))
            headers.append(QString::fromUtf8(name + ": " + value));
    }
    headers.sort();
    return (lines + headers).join(u'\n');
}

QString kubectlProgram()
{
    const QString named = qEnvironmentVariable("FAULTLINE_KUBECTL");
    return named.isEmpty() ? QStandardPaths::findExecutable(u"kubectl"_s) : named;
}

} // namespace

/// The same kubeconfig through kubectl and through Faultline, against the same server: what arrives is compared.
/// Skipped where there is no kubectl; FAULTLINE_KUBECTL names another than that of PATH, FAULTLINE_KUBECTL_TABLE a file
/// that gets a line per row.
class KubectlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsWhatKubectlSends_data();
    void sendsWhatKubectlSends();
    void goesThroughTheProxyAsKubectlDoes_data();
    void goesThroughTheProxyAsKubectlDoes();
    void takesTheNamespaceOfTheContext();

private:
    QString write(const QString &name, const QByteArray &text);
    QByteArray filled(QByteArray text) const;
    QProcessEnvironment environment(const QString &kubeconfig) const;
    QByteArray run(const QStringList &arguments, const QProcessEnvironment &environment, QByteArray *errors = nullptr);
    Seen byKubectl(const QProcessEnvironment &environment);
    Seen byFaultline(const QProcessEnvironment &environment);
    Seen seen(const QString &words) const;
    void note(const QString &kubectl, const QString &faultline) const;

    QString m_program;
    int m_minor = 0;
    QTemporaryDir m_folder;
    test::TestPki m_pki{u"cluster ca"_s};
    std::unique_ptr<TestServer> m_server;
    TestServer m_plain;
};

void KubectlTest::initTestCase()
{
    m_program = kubectlProgram();
    if (m_program.isEmpty())
        QSKIP("kubectl is not installed: nothing to compare with (Debian: kubernetes-client)");
    m_server = std::make_unique<TestServer>(m_pki.server());
    m_server->askForCertificate(m_pki.caPem(), TestServer::ClientCertificate::Wanted);
    for (TestServer *server : {m_server.get(), &m_plain}) {
        server->setHandler([this](const TestRequest &) {
            // Of its own version: of another it warns.
            const QByteArray minor = QByteArray::number(m_minor);
            return test::TestAnswer{.body = R"({"major":"1","minor":")" + minor + R"(","gitVersion":"v1.)" + minor +
                                            ".0\"}"};
        });
    }
    const test::TestIdentity jane = m_pki.client(u"jane"_s);
    const test::TestIdentity joan = m_pki.client(u"joan"_s);
    write(u"ca.crt"_s, m_pki.caPem());
    write(u"jane.crt"_s, jane.certificatePem);
    write(u"jane.key"_s, jane.keyPem);
    write(u"joan.crt"_s, joan.certificatePem);
    write(u"joan.key"_s, joan.keyPem);
    write(u"token"_s, "from-file\n");
    for (const QByteArray version : {"v1beta1", "v1"}) {
        write(QString::fromUtf8("login-" + version),
              R"(#!/bin/sh
echo '{"apiVersion":"client.authentication.k8s.io/)" +
                  version +
                  R"(","kind":"ExecCredential","status":{"token":"'"${WORD:-plugin}"'"}}'
)");
    }
    const QByteArray version =
        run({u"version"_s, u"--client"_s, u"-o"_s, u"json"_s}, QProcessEnvironment::systemEnvironment());
    const QString minor = QJsonDocument::fromJson(version).object()["clientVersion"_L1]["minor"_L1].toString();
    m_minor = minor.left(2).toInt();
    QVERIFY2(m_minor > 0, version.constData());
}

QString KubectlTest::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    QDir().mkpath(QFileInfo(file).path());
    const bool done = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return done ? file.fileName() : QString();
}

QByteArray KubectlTest::filled(QByteArray text) const
{
    const auto base64 = [this](const QString &name) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toBase64() : QByteArray();
    };
    return text.replace("$SERVER", m_server->url().toString().toUtf8())
        .replace("$PORT", QByteArray::number(m_server->serverPort()))
        .replace("$PLAIN", m_plain.url().toString().toUtf8())
        .replace("$CAFILE", m_folder.filePath(u"ca.crt"_s).toUtf8())
        .replace("$CA", base64(u"ca.crt"_s))
        .replace("$CERT", base64(u"jane.crt"_s))
        .replace("$KEY", base64(u"jane.key"_s))
        .replace("$DIR", m_folder.path().toUtf8());
}

QProcessEnvironment KubectlTest::environment(const QString &kubeconfig) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.endsWith("_proxy"_L1, Qt::CaseInsensitive))
            environment.remove(name);
    }
    environment.insert(u"KUBECONFIG"_s, kubeconfig);
    environment.insert(u"HOME"_s, m_folder.filePath(u"home"_s));
    return environment;
}

QByteArray KubectlTest::run(const QStringList &arguments, const QProcessEnvironment &environment, QByteArray *errors)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(m_program, arguments);
    // The server that it talks to lives on this thread: its events must be served meanwhile.
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kBound))
        process.kill();
    if (errors != nullptr)
        *errors = process.readAllStandardError();
    return process.readAllStandardOutput();
}

Seen KubectlTest::seen(const QString &words) const
{
    const QList<TestRequest> all = m_server->requests() + m_plain.requests();
    return {all.isEmpty() ? Seen().request : identityOf(all.last()), words.trimmed().section(u'\n', -1)};
}

Seen KubectlTest::byKubectl(const QProcessEnvironment &environment)
{
    m_server->forgetRequests();
    m_plain.forgetRequests();
    QByteArray errors;
    run({u"version"_s}, environment, &errors);
    return seen(QString::fromUtf8(errors));
}

Seen KubectlTest::byFaultline(const QProcessEnvironment &environment)
{
    m_server->forgetRequests();
    m_plain.forgetRequests();
    const auto config = kube::Kubeconfig::load(kube::Kubeconfig::defaultPaths(environment));
    if (!config)
        return seen(config.error().toString());
    auto connection = config->connection({}, environment);
    if (!connection)
        return seen(connection.error().toString());
    connection->isPluginAllowed = true;
    const kube::Response response = test::get(*connection, u"/version"_s);
    return seen(response.error ? response.error->toString() : QString());
}

void KubectlTest::note(const QString &kubectl, const QString &faultline) const
{
    QFile table(qEnvironmentVariable("FAULTLINE_KUBECTL_TABLE"));
    if (!table.fileName().isEmpty() && table.open(QIODevice::Append)) {
        const QString row = QString::fromUtf8(QTest::currentDataTag());
        table.write(u"| %1 | %2 | %3 |\n"_s.arg(row, kubectl.simplified(), faultline.simplified()).toUtf8());
    }
}

void KubectlTest::sendsWhatKubectlSends_data()
{
    QTest::addColumn<QByteArrayList>("files"); ///< the KUBECONFIG list; an empty one stands for a file that is missing
    QTest::addColumn<Relation>("relation");
    QTest::addColumn<int>("since"); ///< kubectl 1.N
    const QByteArray ca = "server: '$SERVER', certificate-authority-data: $CA";
    const auto config = [](const QByteArray &cluster, const QByteArray &user, const QByteArray &name = "k") {
        return "apiVersion: v1\nkind: Config\ncurrent-context: '" + name + "'\ncontexts: [{name: '" + name +
               "', context: {cluster: '" + name + "', user: '" + name + "'}}]\nclusters: [{name: '" + name +
               "', cluster: {" + cluster + "}}]\nusers: [{name: '" + name + "', user: {" + user + "}}]\n";
    };
    const auto row = [](const char *name, const QByteArrayList &files, Relation relation = Relation::Same,
                        int since = 0) { QTest::newRow(name) << files << relation << since; };
    const auto user = [&](const char *name, const QByteArray &fields, Relation relation = Relation::Same,
                          int since = 0) { row(name, {config(ca, fields)}, relation, since); };
    const auto cluster = [&](const char *name, const QByteArray &fields, Relation relation = Relation::Same) {
        row(name, {config(fields, "token: t")}, relation);
    };
    const QByteArray first = config(ca, "token: one"), second = config(ca, "token: two, as: jane");
    const QByteArray noCurrent = QByteArray(first).replace("current-context: 'k'\n", "");
    row("list: the first of a name wins, whole", {first, second});
    row("list: in the other order", {second, first});
    row("list: missing files and empty entries are passed over", {"", first});
    row("list: current-context of the first that has one", {noCurrent, config(ca, "token: two", "other")});
    row("no current-context", {noCurrent});
    row("a name that stands twice in one file", {first + "- {name: k, user: {token: two}}\n"});
    row("user twice", {QByteArray(first).replace("token: one}}]", "token: one}}, {name: k, user: {token: b}}]")});
    // kubectl goes on as nobody (1.20 asks for a user name); Faultline names the entry that is missing.
    row("context names no known user", {QByteArray(first).replace("user: 'k'", "user: gone")}, Relation::OnlyKubectl,
        26);
    row("name with spaces, slashes, Chinese", {config(ca, "token: t", "生产 / shop@eu:1")});
    row("paths relative to the file", {config("server: '$SERVER', certificate-authority: ../ca.crt",
                                              "tokenFile: ../token, client-certificate: ../jane.crt, client-key: "
                                              "../jane.key")});
    user("token", "token: t");
    user("token file", "tokenFile: $DIR/token");
    user("token and token file", "token: t, tokenFile: $DIR/token", Relation::Same, 21);
    user("token and a token file that is missing", "token: t, tokenFile: $DIR/gone");
    user("a token file that is missing", "tokenFile: $DIR/gone");
    user("basic", "username: x, password: 'p:w'");
    user("user name without password", "username: x");
    user("token and basic", "token: t, username: x, password: pw");
    user("token and password", "token: t, password: pw");
    user("token file and basic", "tokenFile: $DIR/token, username: x, password: pw");
    user("client certificate, data", "client-certificate-data: $CERT, client-key-data: $KEY");
    user("client certificate and token", "client-certificate-data: $CERT, client-key-data: $KEY, token: t");
    user("client certificate, data and file",
         "client-certificate-data: $CERT, client-key-data: $KEY, client-certificate: $DIR/joan.crt, client-key: "
         "$DIR/joan.key",
         Relation::OnlyFaultline); // takes the data, as kubectl says while it refuses
    user("client certificate without key", "client-certificate-data: $CERT");
    user("impersonation", "token: t, as: jane, as-groups: [a, 'b c']");
    user("impersonation with uid and extra",
         "token: t, as: jane, as-uid: '7', as-user-extra: {'Sco/pes': ['x 1', w], plain: ['z']}", Relation::Same, 22);
    user("groups without user", "token: t, as-groups: [a]");
    user("extra without user", "token: t, as-user-extra: {a: [b]}");
    row("without TLS no credential, but impersonation", {config("server: '$PLAIN'", "token: t, as: jane")});
    cluster("authority, file", "server: '$SERVER', certificate-authority: $CAFILE");
    cluster("authority, data and file", ca + ", certificate-authority: $CAFILE", Relation::OnlyFaultline);
    cluster("authority unknown", "server: '$SERVER'");
    cluster("not verified", "server: '$SERVER', insecure-skip-tls-verify: true");
    cluster("not verified, with authority", ca + ", insecure-skip-tls-verify: true");
    cluster("tls-server-name", ca + ", tls-server-name: localhost");
    cluster("wrong tls-server-name", ca + ", tls-server-name: other.example");
    cluster("server with a path", "server: '$SERVER/k8s/clusters/c-1/', certificate-authority-data: $CA");
    cluster("server without scheme", "server: '127.0.0.1:$PORT', certificate-authority-data: $CA");
    const QByteArray beta = "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ../login-v1beta1";
    const QByteArray v1 = "exec: {apiVersion: client.authentication.k8s.io/v1, command: ../login-v1";
    user("exec v1beta1", beta + "}");
    user("exec with env", beta + ", env: [{name: WORD, value: other}]}");
    user("exec and token", beta + "}, token: t");
    user("exec and token file", beta + "}, tokenFile: $DIR/token");
    user("exec and basic", beta + "}, username: x, password: pw");
    user("exec and client certificate", beta + "}, client-certificate-data: $CERT, client-key-data: $KEY",
         Relation::Same, 26);
    user("exec v1", v1 + ", interactiveMode: Never}", Relation::Same, 22);
    user("exec v1, interactiveMode IfAvailable", v1 + ", interactiveMode: IfAvailable}", Relation::Same, 22);
    user("exec v1 without interactiveMode", v1 + "}");
    user("exec v1, interactiveMode Always, no terminal", v1 + ", interactiveMode: Always}");
    user("exec: the answer is of another version",
         QByteArray(v1).replace("login-v1", "login-v1beta1") + ", interactiveMode: Never}");
    user("exec: no such program", "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: gone-login}");
}

void KubectlTest::sendsWhatKubectlSends()
{
    QFETCH(QByteArrayList, files);
    QFETCH(Relation, relation);
    QFETCH(int, since);
    if (m_minor < since)
        QSKIP(qPrintable(u"kubectl 1.%1 does this otherwise; it is so since 1.%2"_s.arg(m_minor).arg(since)));
    QStringList paths;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString name = u"config%1/config"_s.arg(i);
        paths.append(files[i].isEmpty() ? u":/gone/config"_s : write(name, filled(files[i])));
    }
    const QProcessEnvironment variables = environment(paths.join(u':'));
    const Seen kubectl = byKubectl(variables);
    const Seen faultline = byFaultline(variables);
    const QString nothing = Seen().request;
    note(kubectl.request == nothing ? u"refuses: "_s + kubectl.words.left(120) : kubectl.request,
         faultline.request == nothing ? u"refuses: "_s + faultline.words.left(160) : faultline.request);
    switch (relation) {
    case Relation::Same:
        QCOMPARE(faultline.request, kubectl.request);
        QCOMPARE(faultline.words.isEmpty(), kubectl.words.isEmpty());
        break;
    case Relation::OnlyFaultline:
        QCOMPARE(kubectl.request, nothing);
        QVERIFY2(faultline.request != nothing, qPrintable(faultline.words));
        break;
    case Relation::OnlyKubectl:
        QCOMPARE(faultline.request, nothing);
        QVERIFY2(kubectl.request != nothing, qPrintable(kubectl.words));
        break;
    }
}

void KubectlTest::goesThroughTheProxyAsKubectlDoes_data()
{
    QTest::addColumn<bool>("isSocks");
    QTest::addColumn<bool>("isVariable");
    QTest::newRow("proxy-url http") << false << false;
    QTest::newRow("proxy-url socks5") << true << false;
    QTest::newRow("HTTPS_PROXY") << false << true;
}

void KubectlTest::goesThroughTheProxyAsKubectlDoes()
{
    QFETCH(bool, isSocks);
    QFETCH(bool, isVariable);
    test::Relay relay(isSocks ? test::Relay::Type::Socks5 : test::Relay::Type::Http);
    // Go never uses a proxy of the environment for loopback, so a name is asked for that only the proxy can reach.
    const QByteArray server = isVariable ? "https://api.example.test:$PORT" : "$SERVER";
    const QByteArray proxy = isVariable ? QByteArray() : ", proxy-url: '" + relay.address().toUtf8() + "'";
    const QByteArray text = "apiVersion: v1\nkind: Config\ncurrent-context: k\n"
                            "contexts: [{name: k, context: {cluster: k, user: k}}]\nclusters: [{name: k, cluster: "
                            "{server: '" +
                            server + "', tls-server-name: localhost, certificate-authority-data: $CA" + proxy +
                            "}}]\nusers: [{name: k, user: {token: t}}]\n";
    QProcessEnvironment variables = environment(write(u"proxied/config"_s, filled(text)));
    if (isVariable)
        variables.insert(u"HTTPS_PROXY"_s, relay.address());
    const Seen kubectl = byKubectl(variables);
    QVERIFY2(relay.tunnels() > 0, qPrintable(kubectl.words));
    const int before = relay.tunnels();
    const Seen faultline = byFaultline(variables);
    note(kubectl.request, faultline.request);
    QCOMPARE(faultline.request, kubectl.request);
    QVERIFY2(relay.tunnels() > before, qPrintable(faultline.words));
}

void KubectlTest::takesTheNamespaceOfTheContext()
{
    const QByteArray text = filled("apiVersion: v1\nkind: Config\ncurrent-context: 'a b'\n"
                                   "contexts: [{name: 'a b', context: {cluster: k, user: k, namespace: 店铺}}]\n"
                                   "clusters: [{name: k, cluster: {server: '$SERVER'}}]\n"
                                   "users: [{name: k, user: {token: t}}]\n");
    const QProcessEnvironment variables = environment(write(u"named/config"_s, text));
    const QByteArray told =
        run({u"config"_s, u"view"_s, u"--minify"_s, u"-o"_s, u"jsonpath={..namespace}"_s}, variables);
    const auto config = kube::Kubeconfig::load(kube::Kubeconfig::defaultPaths(variables));
    QVERIFY(config);
    const auto connection = config->connection({}, variables);
    QVERIFY(connection);
    QCOMPARE(connection->nameSpace, QString::fromUtf8(told).trimmed());
}

QTEST_GUILESS_MAIN(KubectlTest)
#include "tst_kubectl.moc"
