#include "core/kube/watch.h"
#include "tests/support/clienttalk.h"
#include "tests/support/watchserver.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using kube::Watch;
using State = kube::Watch::State;

/// Watches over HTTP/2, as with every API server: nghttpx (Debian: nghttp2-proxy) stands before the test server.
/// Without it there is nothing to test here; the cluster suite speaks HTTP/2 to a real API server.
class WatchHttp2Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void manyWatchesAndAListShareOneConnection();
    void aWatchGoesOnWhenTheConnectionBreaks();

private:
    void startProxy();
    void stopProxy();
    kube::Connection connection() const;

    TestServer m_server;
    WatchServer m_watches{m_server};
    QTemporaryDir m_folder;
    QProcess m_proxy;
    quint16 m_port = 0;
    TestPki m_pki{u"watch"_s};
};

void WatchHttp2Test::initTestCase()
{
    if (QStandardPaths::findExecutable(u"nghttpx"_s).isEmpty())
        QSKIP("no nghttpx (Debian: nghttp2-proxy) on this machine");
    const TestIdentity server = m_pki.server();
    for (const auto &[name, bytes] : {std::pair{"cert.pem"_L1, server.certificatePem}, {"key.pem"_L1, server.keyPem}}) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    m_port = probe.serverPort();
    probe.close();
    startProxy();
}

void WatchHttp2Test::startProxy()
{
    m_proxy.start(u"nghttpx"_s, {u"-f127.0.0.1,%1"_s.arg(m_port), u"-b127.0.0.1,%1"_s.arg(m_server.serverPort()),
                                 u"--workers=1"_s, u"--conf=/dev/null"_s, u"--errorlog-file=/dev/null"_s,
                                 m_folder.filePath(u"key.pem"_s), m_folder.filePath(u"cert.pem"_s)});
    QVERIFY(m_proxy.waitForStarted());
    QVERIFY(QTest::qWaitFor(
        [this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            return socket.waitForConnected(100);
        },
        10'000));
}

void WatchHttp2Test::stopProxy()
{
    m_proxy.kill();
    m_proxy.waitForFinished();
}

void WatchHttp2Test::cleanupTestCase()
{
    if (m_proxy.state() == QProcess::Running)
        stopProxy();
}

kube::Connection WatchHttp2Test::connection() const
{
    kube::Connection connection = connectionTo(QUrl(u"https://127.0.0.1:%1"_s.arg(m_port)));
    connection.caPem = m_pki.caPem();
    return connection;
}

void WatchHttp2Test::manyWatchesAndAListShareOneConnection()
{
    constexpr int kWatches = 36;
    m_server.answerJson(u"/version"_s, "{}");
    const auto client = std::move(*kube::Client::open(connection()));
    QCOMPARE(get(*client, {u"/version"_s, {}}).httpStatus, 200); // shows that it is HTTP/2
    std::vector<std::unique_ptr<Watch>> many;
    int events = 0;
    for (int i = 0; i < kWatches; ++i) {
        many.push_back(std::make_unique<Watch>(*client, u"/api/v1/kind%1"_s.arg(i), "application/json", quickPace()));
        connect(many.back().get(), &Watch::happened, this,
                [&](const auto &more) { events += static_cast<int>(more.size()); });
        many.back()->start(u"1"_s);
    }
    QVERIFY(QTest::qWaitFor([&] { return m_server.streams() == kWatches; }, 10'000));
    QCOMPARE(get(*client, {u"/version"_s, {}}).httpStatus, 200);
    for (int i = 0; i < kWatches; ++i)
        m_server.push(u"/api/v1/kind%1"_s.arg(i), eventLine("ADDED", typedObject("v1", "Pod", "a", "2")));
    QVERIFY(QTest::qWaitFor([&] { return events == kWatches; }, 10'000));
    QVERIFY(client->usesHttp2());
    for (const auto &watch : many)
        QCOMPARE(watch->state(), State::Running);
}

void WatchHttp2Test::aWatchGoesOnWhenTheConnectionBreaks()
{
    const QString path = u"/api/v1/pods"_s;
    const auto client = std::move(*kube::Client::open(connection()));
    QCOMPARE(get(*client, {u"/version"_s, {}}).httpStatus, 200);
    Watch watch(*client, path, "application/json", quickPace());
    watch.start(u"1"_s);
    QTRY_COMPARE(watch.state(), State::Running);
    m_server.push(path, eventLine("ADDED", typedObject("v1", "Pod", "a", "17")));
    QTRY_COMPARE(watch.resourceVersion(), u"17"_s);
    stopProxy();
    startProxy();
    QTRY_COMPARE_WITH_TIMEOUT(m_watches.watches(path).last().parameter(u"resourceVersion"_s), u"17"_s, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(watch.state(), State::Running, 10'000);
}

QTEST_GUILESS_MAIN(WatchHttp2Test)
#include "tst_watchhttp2.moc"
