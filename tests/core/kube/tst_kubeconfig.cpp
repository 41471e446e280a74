#include "core/kube/kubeconfig.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace {

using namespace faultline;
using namespace Qt::StringLiterals;
using base::Error;
using kube::Kubeconfig;

// One cluster, user and context, with lines put into the cluster or the user.
QByteArray configWith(const QByteArray &cluster, const QByteArray &user)
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
           "contexts:\n- name: c\n  context: {cluster: k, user: u, namespace: shop}\n"
           "clusters:\n- name: k\n  cluster:\n    server: https://api.example.com:6443\n" +
           cluster + "users:\n- name: u\n  user:\n    x: 1\n" + user;
}

// QVERIFY2 evaluates its words even when all is well.
template <typename Value> QString problemOf(const base::Result<Value> &result)
{
    return result ? QString() : result.error().toString();
}

} // namespace

class KubeconfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsTheEnvironment();
    void takesNoFileForAnEmptyConfig();
    void letsTheFirstFileWin();
    void takesPathsRelativeToTheirFile();
    void letsDataWinOverFiles();
    void readsAConnection_data();
    void readsAConnection();
    void readsACredentialPlugin();
    void dropsCredentialsWithoutTls();
    void refusesAFile_data();
    void refusesAFile();
    void saysWhatAConnectionLacks_data();
    void saysWhatAConnectionLacks();
    void saysWhichContextsThereAre();
    void takesAnyName();

private:
    QString write(const QString &name, const QByteArray &text);
    base::Result<kube::Connection> connection(const QByteArray &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KubeconfigTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

QString KubeconfigTest::write(const QString &name, const QByteArray &text)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

base::Result<kube::Connection> KubeconfigTest::connection(const QByteArray &text)
{
    return Kubeconfig::load({write(u"config"_s, text)}).and_then([](const Kubeconfig &config) {
        return config.connection();
    });
}

void KubeconfigTest::followsTheEnvironment()
{
    const QString first = write(u"a"_s, "");
    const QString second = write(u"b c"_s, "");
    const QString home = write(u".kube/config"_s, "");
    const QChar separator = QDir::listSeparator();
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, m_folder->path());
    QCOMPARE(Kubeconfig::defaultPaths(environment), QStringList{home});
    environment.insert(u"KUBECONFIG"_s, first + separator + separator + m_folder->filePath(u"missing"_s) + separator +
                                            second + separator + first);
    QCOMPARE(Kubeconfig::defaultPaths(environment), (QStringList{first, second}));
    environment.insert(u"KUBECONFIG"_s, m_folder->filePath(u"missing"_s));
    QCOMPARE(Kubeconfig::defaultPaths(environment), QStringList());
    environment.insert(u"KUBECONFIG"_s, QString());
    QCOMPARE(Kubeconfig::defaultPaths(environment), QStringList{home});
}

void KubeconfigTest::takesNoFileForAnEmptyConfig()
{
    for (const QStringList &paths : {QStringList(), QStringList{m_folder->filePath(u"missing"_s)},
                                     QStringList{write(u"empty"_s, "")}, QStringList{write(u"comment"_s, "# no\n")}}) {
        const auto config = Kubeconfig::load(paths);
        QVERIFY(config);
        QVERIFY(config->isEmpty());
        QCOMPARE(config->connection().error().kind, Error::Kind::Usage);
    }
}

void KubeconfigTest::letsTheFirstFileWin()
{
    const QString first = write(u"one"_s, "contexts:\n- name: a\n  context: {cluster: k, user: u}\n"
                                          "users:\n- name: u\n  user: {token: first}\n");
    const QString second = write(u"two"_s, "current-context: a\n"
                                           "contexts:\n- name: a\n  context: {cluster: other, user: other}\n"
                                           "- name: b\n  context: {cluster: k, user: u, namespace: other}\n"
                                           "clusters:\n- name: k\n  cluster: {server: 'https://k'}\n"
                                           "users:\n- name: u\n  user: {token: second, as: boss}\n");
    const QString third = write(u"three"_s, "current-context: b\n");
    const auto config = Kubeconfig::load({first, second, third});
    QVERIFY(config);
    QCOMPARE(config->currentContext(), u"a"_s);
    QCOMPARE(config->files(), (QStringList{first, second, third}));
    QCOMPARE(config->contexts().size(), size_t(2));
    QCOMPARE(config->contexts()[1].name, u"b"_s);
    QCOMPARE(config->contexts()[1].nameSpace, u"other"_s);
    const auto a = config->connection();
    QVERIFY(a);
    QCOMPARE(a->bearerToken, "first");
    QCOMPARE(a->impersonateUser, QString()); // the second file's entry is dropped whole
    QCOMPARE(a->server, QUrl(u"https://k"_s));
    QCOMPARE(a->nameSpace, u"default"_s);
}

void KubeconfigTest::takesPathsRelativeToTheirFile()
{
    write(u"deep/pki/ca.pem"_s, "CA");
    write(u"deep/me.crt"_s, "CRT");
    const QString key = write(u"me.key"_s, "KEY");
    const QString path =
        write(u"deep/config"_s, configWith("    certificate-authority: pki/ca.pem\n",
                                           "    client-certificate: ./me.crt\n    client-key: " + key.toUtf8() +
                                               "\n    tokenFile: run/token\n"));
    const auto connection = Kubeconfig::load({path})->connection();
    QCOMPARE(problemOf(connection), QString());
    QCOMPARE(connection->caPem, "CA");
    QCOMPARE(connection->clientCertificatePem, "CRT");
    QCOMPARE(connection->clientKeyPem, "KEY");
    QCOMPARE(connection->tokenFile, m_folder->filePath(u"deep/run/token"_s));
}

void KubeconfigTest::letsDataWinOverFiles()
{
    const auto result = connection(
        configWith("    certificate-authority: /nowhere/ca\n    certificate-authority-data: Q0E=\n",
                   "    client-certificate: /nowhere/crt\n    client-certificate-data: |\n      Q1\n      JU\n"
                   "    client-key: /nowhere/key\n    client-key-data: S0VZ\n"));
    QCOMPARE(problemOf(result), QString());
    QCOMPARE(result->caPem, "CA");
    QCOMPARE(result->clientCertificatePem, "CRT");
    QCOMPARE(result->clientKeyPem, "KEY");
}

void KubeconfigTest::readsAConnection_data()
{
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("summary");
    QTest::newRow("token") << QByteArray() << QByteArray("    token: abc\n") << u"token=abc"_s;
    QTest::newRow("token with a line break behind it")
        << QByteArray() << QByteArray("    token: |\n      abc\n") << u"token=abc"_s;
    QTest::newRow("basic") << QByteArray() << QByteArray("    username: me\n    password: 'pw:1'\n")
                           << u"basic=me/pw:1"_s;
    QTest::newRow("impersonation") << QByteArray() << QByteArray("    token: t\n    as: jane\n    as-groups: [a, b]\n")
                                   << u"token=t as=jane groups=a,b"_s;
    QTest::newRow("insecure") << QByteArray("    insecure-skip-tls-verify: true\n") << QByteArray() << u"insecure"_s;
    QTest::newRow("server name") << QByteArray("    tls-server-name: api.internal\n") << QByteArray()
                                 << u"name=api.internal"_s;
    QTest::newRow("http proxy") << QByteArray("    proxy-url: http://me:pw@proxy:3128\n") << QByteArray()
                                << u"proxy=http://me:pw@proxy:3128"_s;
    QTest::newRow("socks proxy") << QByteArray("    proxy-url: socks5://proxy:1080\n") << QByteArray()
                                 << u"proxy=socks5://proxy:1080"_s;
    QTest::newRow("nulls are absent") << QByteArray("    tls-server-name: null\n    insecure-skip-tls-verify:\n")
                                      << QByteArray("    token: ~\n    as-groups: null\n") << QString();
}

void KubeconfigTest::readsAConnection()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QByteArray, user);
    QFETCH(QString, summary);
    const auto result = connection(configWith(cluster, user));
    QCOMPARE(problemOf(result), QString());
    QStringList words;
    const auto add = [&words](const QString &word, const QString &value) {
        if (!value.isEmpty()) {
            words.append(word + value);
        }
    };
    add(u"token="_s, QString::fromUtf8(result->bearerToken));
    add(u"basic="_s, result->basicUser.isEmpty() ? QString() : result->basicUser + u'/' + result->basicPassword);
    add(u"as="_s, result->impersonateUser);
    add(u"groups="_s, result->impersonateGroups.join(u','));
    add(u"insecure"_s, result->insecureSkipTlsVerify ? u" "_s : QString());
    add(u"name="_s, result->tlsServerName);
    add(u"proxy="_s, result->proxy.toString());
    QCOMPARE(words.join(u' ').trimmed(), summary);
    QCOMPARE(result->server, QUrl(u"https://api.example.com:6443"_s));
    QCOMPARE(result->contextName + result->clusterName + result->userName + result->nameSpace, u"ckushop"_s);
}

void KubeconfigTest::readsACredentialPlugin()
{
    const auto result = connection(
        configWith("    extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: shop}}]\n",
                   "    exec:\n      command: ./bin/login\n      args: [--cluster, prod]\n"
                   "      env: [{name: CLOUD, value: x}]\n      apiVersion: client.authentication.k8s.io/v1\n"
                   "      interactiveMode: IfAvailable\n      provideClusterInfo: true\n      installHint: ask us\n"));
    QCOMPARE(problemOf(result), QString());
    const kube::ExecPlugin &plugin = result->plugin;
    QCOMPARE(plugin.command, m_folder->filePath(u"bin/login"_s)); // relative to the file, as in client-go
    QCOMPARE(plugin.arguments, (QStringList{u"--cluster"_s, u"prod"_s}));
    QCOMPARE(plugin.environment.front(), std::pair(u"CLOUD"_s, u"x"_s));
    QCOMPARE(plugin.installHint, u"ask us"_s);
    QCOMPARE(plugin.clusterInfo["server"_L1].toString(), u"https://api.example.com:6443"_s);
    QCOMPARE(plugin.clusterInfo["config"_L1]["audience"_L1].toString(), u"shop"_s);
    QVERIFY(result->logsInByPlugin() && !result->isPluginAllowed);
}

void KubeconfigTest::dropsCredentialsWithoutTls()
{
    const QByteArray text =
        configWith("", "    token: abc\n").replace("https://api.example.com:6443", "localhost:8080");
    const auto result = connection(text);
    QCOMPARE(problemOf(result), QString());
    QCOMPARE(result->server, QUrl(u"http://localhost:8080"_s));
    QCOMPARE(result->bearerToken, QByteArray());
}

void KubeconfigTest::refusesAFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("no YAML") << QByteArray("a: [1\nb: }") << Error::Kind::Malformed << QString();
    QTest::newRow("a list") << QByteArray("- 1\n- 2\n") << Error::Kind::Malformed << u"not a kubeconfig"_s;
    QTest::newRow("a Pod") << QByteArray("kind: Pod\n") << Error::Kind::Malformed << u"this is a Pod"_s;
    QTest::newRow("contexts no list") << QByteArray("contexts: {a: 1}\n") << Error::Kind::Malformed
                                      << u"\"contexts\" must be a list"_s;
    QTest::newRow("a user twice") << QByteArray("users:\n- name: u\n  user: {token: hunter2}\n- name: u\n")
                                  << Error::Kind::Malformed << u"the user \"u\" stands twice"_s;
    QTest::newRow("too large") << QByteArray("a: ") + QByteArray(1'100'000, 'x') << Error::Kind::TooLarge
                               << u"larger than 1024 KB"_s;
}

void KubeconfigTest::refusesAFile()
{
    QFETCH(QByteArray, text);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, said);
    const QString path = write(u"config"_s, text);
    const auto config = Kubeconfig::load({path});
    QVERIFY(!config);
    QCOMPARE(config.error().kind, kind);
    QVERIFY2(config.error().where.startsWith(path), qPrintable(config.error().where));
    QVERIFY2(config.error().detail.contains(said), qPrintable(config.error().detail));
    QVERIFY(!config.error().toString().contains(u"hunter2"_s));
}

void KubeconfigTest::saysWhatAConnectionLacks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &cluster, const QByteArray &user, Error::Kind kind,
                        const QString &said) { QTest::newRow(name) << configWith(cluster, user) << kind << said; };
    using Kind = Error::Kind;
    row("exec without a version", "", "    exec: {command: login, args: [hunter2]}\n", Kind::Unsupported,
        u"user \"u\": its \"exec\" is of version \"\""_s);
    row("exec of an old version", "", "    exec: {command: login, apiVersion: client.authentication.k8s.io/v1alpha1}\n",
        Kind::Unsupported, u"v1alpha1\"; known are client.authentication.k8s.io/v1 and"_s);
    row("exec without a command", "", "    exec: {apiVersion: client.authentication.k8s.io/v1beta1}\n", Kind::Malformed,
        u"has no \"command\""_s);
    row("exec v1 without interactiveMode", "",
        "    exec: {command: login, apiVersion: client.authentication.k8s.io/v1}\n", Kind::Malformed,
        u"needs \"interactiveMode\""_s);
    row("exec at a terminal only", "",
        "    exec: {command: login, interactiveMode: Always, apiVersion: client.authentication.k8s.io/v1}\n",
        Kind::Unsupported, u"wants a terminal"_s);
    row("auth-provider", "", "    auth-provider: {name: gcp, config: {access-token: hunter2}}\n", Kind::Unsupported,
        u"auth-provider \"gcp\""_s);
    row("https proxy", "    proxy-url: https://me:hunter2@p\n", "", Kind::Unsupported, u"https proxy"_s);
    row("other proxy", "    proxy-url: ftp://me:hunter2@p\n", "", Kind::Unsupported, u"http:// or socks5://"_s);
    row("bad base64", "", "    client-key-data: '%%hunter2'\n", Kind::Malformed,
        u"user \"u\": the field \"client-key-data\" is not base64"_s);
    row("token as number", "", "    token: 12345\n", Kind::Malformed, u"\"token\" must be a text"_s);
    row("token of two lines", "", "    token: \"hunter2\\nx\"\n", Kind::Malformed, u"line break"_s);
    row("flag as text", "    insecure-skip-tls-verify: 'true'\n", "", Kind::Malformed, u"must be true or false"_s);
    row("CA file missing", "    certificate-authority: gone.pem\n", "", Kind::File, u"gone.pem"_s);
    row("insecure with CA", "    certificate-authority-data: Q0E=\n    insecure-skip-tls-verify: true\n", "",
        Kind::Usage, u"cluster \"k\": it has both a certificate authority and insecure-skip-tls-verify"_s);
    row("certificate without key", "", "    client-certificate-data: Q0E=\n", Kind::Usage, u"no client key"_s);
    row("key without certificate", "", "    client-key-data: Q0E=\n", Kind::Usage, u"no client certificate"_s);
    row("two ways to log in", "", "    token: hunter2\n    username: me\n", Kind::Usage,
        u"both a token and a user name"_s);
    row("groups alone", "", "    as-groups: [a]\n", Kind::Usage, u"without \"as\""_s);
    row("uid alone", "", "    as-uid: '1'\n", Kind::Usage, u"\"as-uid\""_s);
    row("extra alone", "", "    as-user-extra: {a: [b]}\n", Kind::Usage, u"\"as-user-extra\""_s);
    row("token and password", "", "    token: t\n    password: p\n", Kind::Usage, u"kubectl takes one"_s);
    row("header in a group", "", "    as: jane\n    as-groups: [\"a\\r\\nX: y\"]\n", Kind::Malformed,
        u"control character"_s);
    QTest::newRow("no server") << configWith("", "").replace("server: https://api.example.com:6443", "x: 1")
                               << Kind::Usage << u"cluster \"k\": it has no \"server\""_s;
    QTest::newRow("server no address") << configWith("", "").replace("https://api", "ftp://api") << Kind::Malformed
                                       << u"not an http or https address"_s;
    QTest::newRow("cluster missing") << configWith("", "").replace("name: k\n", "name: other\n") << Kind::Usage
                                     << u"context \"c\" names the cluster \"k\""_s;
    QTest::newRow("user missing") << configWith("", "").replace("name: u\n", "name: other\n") << Kind::Usage
                                  << u"context \"c\" names the user \"u\""_s;
    QTest::newRow("no cluster named") << configWith("", "").replace("cluster: k, ", "") << Kind::Usage
                                      << u"context \"c\" names no cluster"_s;
}

void KubeconfigTest::saysWhatAConnectionLacks()
{
    QFETCH(QByteArray, text);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, said);
    const auto result = connection(text);
    QVERIFY(!result);
    QVERIFY2(result.error().detail.contains(said), qPrintable(result.error().detail));
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().where, m_folder->filePath(u"config"_s));
    QVERIFY(!result.error().detail.contains(u"hunter2"_s));
}

void KubeconfigTest::saysWhichContextsThereAre()
{
    const QString path = write(u"config"_s, configWith("", "").replace("current-context: c\n", ""));
    const auto config = Kubeconfig::load({path});
    QCOMPARE(config->connection().error(),
             (Error{Error::Kind::Usage, u"no current-context is set; there are \"c\""_s, path}));
    QCOMPARE(config->connection(u"x"_s).error(),
             (Error{Error::Kind::Usage, u"there is no context \"x\"; there are \"c\""_s, path}));
    QVERIFY(config->connection(u"c"_s));
}

void KubeconfigTest::takesAnyName()
{
    const auto result = connection("current-context: arn:aws:eks/my cluster @1\n"
                                   "contexts: [{name: 'arn:aws:eks/my cluster @1', context: {cluster: 'a/b c'}}]\n"
                                   "clusters: [{name: 'a/b c', cluster: {server: 'https://[::1]:6443/base'}}]\n");
    QCOMPARE(problemOf(result), QString());
    QCOMPARE(result->contextName, u"arn:aws:eks/my cluster @1"_s);
    QCOMPARE(result->server.host(), u"::1"_s);
    QCOMPARE(result->userName, QString());
}

QTEST_GUILESS_MAIN(KubeconfigTest)
#include "tst_kubeconfig.moc"
