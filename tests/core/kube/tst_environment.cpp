#include "core/kube/environmentproxy.h"
#include "core/kube/incluster.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace faultline;
using namespace Qt::StringLiterals;

namespace {

QProcessEnvironment environmentOf(const QStringList &assignments)
{
    QProcessEnvironment environment;
    for (const QString &each : assignments)
        environment.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
    return environment;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

/// What kubectl takes from its surroundings besides the kubeconfig.
class EnvironmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsGoForNoProxy_data();
    void followsGoForNoProxy();
    void takesTheProxyOfTheScheme_data();
    void takesTheProxyOfTheScheme();
    void namesAVariableThatCannotBeUsed();
    void findsTheServiceAccountOfAPod();
    void isInNoClusterWithoutVariablesOrToken();
};

void EnvironmentTest::followsGoForNoProxy_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isExempt");
    QTest::newRow("empty list") << u""_s << u"api.example.com"_s << false;
    QTest::newRow("everything") << u"foo, *"_s << u"api.example.com"_s << true;
    QTest::newRow("the domain itself") << u"example.com"_s << u"example.com"_s << true;
    QTest::newRow("a subdomain") << u"example.com"_s << u"api.example.com"_s << true;
    QTest::newRow("no subdomain, only the end is alike") << u"example.com"_s << u"badexample.com"_s << false;
    QTest::newRow("a dot: subdomains") << u".example.com"_s << u"api.example.com"_s << true;
    QTest::newRow("a dot: not the domain") << u".example.com"_s << u"example.com"_s << false;
    QTest::newRow("a star is a dot") << u"*.example.com"_s << u"example.com"_s << false;
    QTest::newRow("letters and blanks") << u" EXAMPLE.com "_s << u"API.Example.COM"_s << true;
    QTest::newRow("its port") << u"example.com:6443"_s << u"example.com"_s << true;
    QTest::newRow("another port") << u"example.com:443"_s << u"example.com"_s << false;
    QTest::newRow("an address") << u"10.0.0.1"_s << u"10.0.0.1"_s << true;
    QTest::newRow("an address and a port") << u"10.0.0.1:6443"_s << u"10.0.0.1"_s << true;
    QTest::newRow("an address and another port") << u"10.0.0.1:80"_s << u"10.0.0.1"_s << false;
    QTest::newRow("a range") << u"10.0.0.0/8"_s << u"10.20.30.40"_s << true;
    QTest::newRow("outside of the range") << u"10.0.0.0/8"_s << u"11.0.0.1"_s << false;
    QTest::newRow("a range says nothing of names") << u"0.0.0.0/0"_s << u"api.example.com"_s << false;
    QTest::newRow("IPv6") << u"fd00::1"_s << u"fd00::1"_s << true;
    QTest::newRow("IPv6 and its port") << u"[fd00::1]:6443"_s << u"fd00::1"_s << true;
    QTest::newRow("an IPv6 range") << u"fd00::/8"_s << u"fd12::1"_s << true;
    QTest::newRow("a port alone is nothing") << u":6443"_s << u"example.com"_s << false;
}

void EnvironmentTest::followsGoForNoProxy()
{
    QFETCH(QString, list);
    QFETCH(QString, host);
    QTEST(kube::isExemptFromProxy(list, host, 6443), "isExempt");
}

void EnvironmentTest::takesTheProxyOfTheScheme_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("proxy");
    const QString tls = u"https://api.example.com:6443"_s;
    QTest::newRow("none") << QStringList() << tls << QString();
    QTest::newRow("upper case") << QStringList{u"HTTPS_PROXY=http://p:3128"_s} << tls << u"http://p:3128"_s;
    QTest::newRow("lower case") << QStringList{u"https_proxy=http://p:3128"_s} << tls << u"http://p:3128"_s;
    QTest::newRow("upper case first") << QStringList{u"https_proxy=http://low:1"_s, u"HTTPS_PROXY=http://up:1"_s} << tls
                                      << u"http://up:1"_s;
    QTest::newRow("without a scheme") << QStringList{u"HTTPS_PROXY=p:3128"_s} << tls << u"http://p:3128"_s;
    QTest::newRow("socks") << QStringList{u"HTTPS_PROXY=socks5://p:1080"_s} << tls << u"socks5://p:1080"_s;
    QTest::newRow("of the other scheme") << QStringList{u"HTTP_PROXY=http://p:3128"_s} << tls << QString();
    QTest::newRow("for plain http") << QStringList{u"http_proxy=http://p:3128"_s} << u"http://api.example.com"_s
                                    << u"http://p:3128"_s;
    QTest::newRow("exempt") << QStringList{u"HTTPS_PROXY=http://p:3128"_s, u"no_proxy=example.com"_s} << tls
                            << QString();
    QTest::newRow("localhost") << QStringList{u"HTTPS_PROXY=http://p:3128"_s} << u"https://localhost:6443"_s
                               << QString();
    QTest::newRow("loopback") << QStringList{u"HTTPS_PROXY=http://p:3128"_s} << u"https://127.0.0.2:6443"_s
                              << QString();
}

void EnvironmentTest::takesTheProxyOfTheScheme()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, server);
    const auto proxy = kube::environmentProxy(environmentOf(variables), QUrl(server));
    QVERIFY(proxy);
    QTEST(proxy->toString(), "proxy");
}

void EnvironmentTest::namesAVariableThatCannotBeUsed()
{
    const QUrl server(u"https://api.example.com"_s);
    const auto secure = kube::environmentProxy(environmentOf({u"https_proxy=https://p:1"_s}), server);
    QVERIFY(!secure);
    QCOMPARE(secure.error().kind, base::Error::Kind::Unsupported);
    QCOMPARE(secure.error().where, u"https_proxy"_s);
    const auto empty = kube::environmentProxy(environmentOf({u"HTTPS_PROXY=http://:secret@"_s}), server);
    QVERIFY(!empty);
    QCOMPARE(empty.error().where, u"HTTPS_PROXY"_s);
    QVERIFY(!empty.error().toString().contains(u"secret"_s));
}

void EnvironmentTest::findsTheServiceAccountOfAPod()
{
    const QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"token"_s), "t0ken\n"));
    QVERIFY(write(folder.filePath(u"ca.crt"_s), "PEM"));
    QVERIFY(write(folder.filePath(u"namespace"_s), "shop\n"));
    const auto environment = environmentOf({u"KUBERNETES_SERVICE_HOST=fd00::1"_s, u"KUBERNETES_SERVICE_PORT=443"_s});
    const auto connection = kube::inClusterConnection(environment, folder.path());
    QVERIFY(connection);
    QCOMPARE(connection->server, QUrl(u"https://[fd00::1]:443"_s));
    QCOMPARE(connection->nameSpace, u"shop"_s);
    QCOMPARE(connection->caPem, QByteArray("PEM"));
    QCOMPARE(connection->tokenFile, folder.filePath(u"token"_s));
    QVERIFY(connection->bearerToken.isEmpty()); // read anew before each use
}

void EnvironmentTest::isInNoClusterWithoutVariablesOrToken()
{
    const QTemporaryDir folder;
    const QStringList variables{u"KUBERNETES_SERVICE_HOST=10.0.0.1"_s, u"KUBERNETES_SERVICE_PORT=443"_s};
    QVERIFY(!kube::inClusterConnection(environmentOf(variables), folder.path()));
    QVERIFY(write(folder.filePath(u"token"_s), "t"));
    QVERIFY(kube::inClusterConnection(environmentOf(variables), folder.path()));
    QVERIFY(!kube::inClusterConnection(environmentOf({variables.first()}), folder.path()));
}

QTEST_GUILESS_MAIN(EnvironmentTest)
#include "tst_environment.moc"
