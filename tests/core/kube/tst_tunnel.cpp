#include "core/kube/tunnel.h"
#include "tests/support/tunnelserver.h"

#include <QtNetwork/QSslSocket>
#include <QtTest/QtTest>

using namespace faultline;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Port = test::TunnelServer::Port;

// What became of one tunnel.
struct Outcome {
    bool isOpen = false;
    QByteArray received;
    qint64 count = 0;
    QString refused;
    bool isClosed = false;
    std::optional<base::Error> error;
    bool hasEnded() const { return isClosed || !refused.isNull(); }
};

struct Scene {
    explicit Scene(const QUrl &url, const QByteArray &ca = {})
    {
        kube::Connection connection;
        connection.server = url;
        connection.caPem = ca;
        connection.bearerToken = "canary-token";
        auto opened = kube::Client::open(connection);
        client = std::move(*opened);
    }

    std::unique_ptr<kube::Tunnel> tunnel(quint16 port, Outcome &outcome, std::chrono::milliseconds patience = 5s)
    {
        auto made = std::make_unique<kube::Tunnel>(*client, kube::TunnelTarget{u"shop"_s, u"cart-1"_s, port}, patience);
        QObject::connect(made.get(), &kube::Tunnel::opened, [&outcome] { outcome.isOpen = true; });
        QObject::connect(made.get(), &kube::Tunnel::received, [&outcome](const QByteArray &bytes) {
            outcome.received = bytes;
            outcome.count += bytes.size();
        });
        QObject::connect(made.get(), &kube::Tunnel::refused,
                         [&outcome](const QString &words) { outcome.refused = words; });
        QObject::connect(made.get(), &kube::Tunnel::closed, [&outcome](const std::optional<base::Error> &error) {
            QVERIFY(!outcome.hasEnded());
            outcome.isClosed = true;
            outcome.error = error;
        });
        return made;
    }

    std::unique_ptr<kube::Client> client;
};

/// A server whose port 9 floods, and who may speak to it.
struct Flood {
    Flood(bool tls, qint64 size)
    {
        server = tls ? std::make_unique<test::TunnelServer>(pki.server()) : std::make_unique<test::TunnelServer>();
        server->set(9, {Port::Floods, {}, size});
        scene = std::make_unique<Scene>(server->url(), tls ? pki.caPem() : QByteArray());
    }

    test::TestPki pki{u"ca"_s};
    std::unique_ptr<test::TunnelServer> server;
    std::unique_ptr<Scene> scene;
};

} // namespace

class TestTunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAppAnswersThroughIt()
    {
        test::TunnelServer server;
        server.set(8080, {Port::Answers, "HTTP/1.1 200 OK\r\n\r\nhello"});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(8080, outcome);
        tunnel->write("GET / HTTP/1.1\r\n\r\n"); // before it is open: kept
        QTRY_VERIFY(outcome.isClosed);
        QVERIFY(outcome.isOpen);
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->toString()) : "");
        QCOMPARE(outcome.received, QByteArray("HTTP/1.1 200 OK\r\n\r\nhello"));
        QCOMPARE(server.taken(8080), QByteArray("GET / HTTP/1.1\r\n\r\n"));
        const QByteArray head = server.heads().front();
        QVERIFY(head.startsWith("GET /api/v1/namespaces/shop/pods/cart-1/portforward?ports=8080 HTTP/1.1"));
        QVERIFY(head.contains("Authorization: Bearer canary-token"));
        QVERIFY(head.contains("Sec-WebSocket-Protocol: v4.channel.k8s.io"));
        QVERIFY(head.contains("User-Agent: faultline/"));
    }

    void overTlsTheServersNameIsChecked()
    {
        const test::TestPki pki(u"ca"_s);
        const test::TestPki other(u"other"_s);
        test::TunnelServer server(pki.server());
        server.set(1, {Port::Answers, "yes"});
        Scene scene(server.url(), pki.caPem());
        Outcome outcome;
        const auto tunnel = scene.tunnel(1, outcome);
        tunnel->write("x");
        QTRY_VERIFY(outcome.isClosed);
        QCOMPARE(outcome.received, QByteArray("yes"));

        Scene wrong(server.url(), other.caPem());
        Outcome refused;
        const auto not_made = wrong.tunnel(1, refused);
        QTRY_VERIFY(refused.isClosed);
        QVERIFY(refused.error);
        QCOMPARE(refused.error->kind, base::Error::Kind::Tls);
        QCOMPARE(server.heads().size(), 1); // no credential went there
    }

    void aPortWhereNothingListensIsRefusedInTheKubeletsWords()
    {
        test::TunnelServer server;
        server.set(9, {Port::Refused});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome);
        QTRY_VERIFY(outcome.hasEnded());
        QVERIFY(outcome.refused.contains(u"connect: connection refused"_s));
        QCOMPARE(kube::refusalOf(outcome.refused), kube::Refusal::Refused);
        QVERIFY(!outcome.isClosed);
    }

    void theServersOwnWordsTellWhyItIsNotAllowed()
    {
        test::TunnelServer server;
        server.set(9, {Port::Forbidden});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome);
        QTRY_VERIFY(outcome.isClosed);
        QCOMPARE(outcome.error->kind, base::Error::Kind::Forbidden);
        QVERIFY(outcome.error->detail.contains(u"cannot create resource"_s));
    }

    void whatKnowsNoWebSocketIsNamed_data()
    {
        QTest::addColumn<Port>("port");
        QTest::newRow("no upgrade") << Port::NoUpgrade;
        QTest::newRow("no subprotocol") << Port::OtherProtocol;
    }

    void whatKnowsNoWebSocketIsNamed()
    {
        QFETCH(Port, port);
        test::TunnelServer server;
        server.set(9, {port});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome);
        QTRY_VERIFY(outcome.isClosed);
        QCOMPARE(outcome.error->kind, base::Error::Kind::Unsupported);
        QVERIFY(!outcome.isOpen);
    }

    void aResetEndsIt()
    {
        test::TunnelServer server;
        server.set(9, {Port::Resets});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome);
        QTRY_VERIFY(outcome.isClosed);
        QCOMPARE(outcome.error->kind, base::Error::Kind::Network);
    }

    void aServerThatSaysNothingIsGivenUp()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Scene scene(QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())));
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome, 100ms);
        QTRY_VERIFY(outcome.isClosed);
        QCOMPARE(outcome.error->kind, base::Error::Kind::TimedOut);
    }

    void aHundredMegabytesComeThrough_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("tls") << true;
    }

    void aHundredMegabytesComeThrough()
    {
        QFETCH(bool, tls);
        constexpr qint64 kSize = 100'000'000;
        const Flood flood(tls, kSize);
        Outcome outcome;
        const auto tunnel = flood.scene->tunnel(9, outcome);
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isClosed, 60'000);
        QCOMPARE(outcome.count, kSize);
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->toString()) : "");
    }

    void whoPausesGetsNothingAndLosesNothing()
    {
        test::TunnelServer server;
        constexpr qint64 kSize = 20'000'000;
        server.set(9, {Port::Floods, {}, kSize});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome);
        connect(
            tunnel.get(), &kube::Tunnel::received, this, [&] { tunnel->pause(); }, Qt::SingleShotConnection);
        QTRY_VERIFY(outcome.count > 0);
        const qint64 then = outcome.count;
        QTest::qWait(200);
        QCOMPARE(outcome.count, then);
        QVERIFY(!outcome.isClosed);
        tunnel->resume();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isClosed, 20'000);
        QCOMPARE(outcome.count, kSize);
    }

    void whoPausesAtEveryPieceLosesNothingWhenTheServerIsGone_data() { aHundredMegabytesComeThrough_data(); }

    // The server writes all and leaves at once: the end is known while most of it still waits here.
    void whoPausesAtEveryPieceLosesNothingWhenTheServerIsGone()
    {
        QFETCH(bool, tls);
        constexpr qint64 kSize = 250'000; // eight pieces: the server writes them in one go
        const Flood flood(tls, kSize);
        Outcome outcome;
        const auto tunnel = flood.scene->tunnel(9, outcome);
        connect(tunnel.get(), &kube::Tunnel::received, this, [&] {
            tunnel->pause();
            QTimer::singleShot(30ms, tunnel.get(), [&] { tunnel->resume(); });
        });
        QTRY_VERIFY_WITH_TIMEOUT(outcome.isClosed, 20'000);
        QCOMPARE(outcome.count, kSize);
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->toString()) : "");
    }

    void largePiecesGoOutWhole()
    {
        test::TunnelServer server;
        server.set(9, {Port::Echoes});
        Scene scene(server.url());
        Outcome outcome;
        const auto tunnel = scene.tunnel(9, outcome);
        tunnel->write(QByteArray(300'000, 'q'));
        QTRY_COMPARE(outcome.count, qint64(300'000));
        tunnel->close();
        QTRY_VERIFY(outcome.isClosed);
        QVERIFY(!outcome.error);
        QTRY_COMPARE(server.open(), 0);
    }

    void whoLetsGoLeavesNothingBehind()
    {
        test::TunnelServer server;
        server.set(9, {Port::Silent});
        Scene scene(server.url());
        Outcome outcome;
        auto tunnel = scene.tunnel(9, outcome);
        QTRY_VERIFY(outcome.isOpen);
        tunnel.reset();
        QTRY_COMPARE(server.open(), 0);
        QVERIFY(!outcome.hasEnded());
    }

    void refusalsAreToldApart()
    {
        QCOMPARE(kube::refusalOf(u"dial tcp4 127.0.0.1:1: i/o timeout"_s), kube::Refusal::TimedOut);
        QCOMPARE(kube::refusalOf(u"read: Connection reset by peer"_s), kube::Refusal::Reset);
        QCOMPARE(kube::refusalOf(u"container not running"_s), kube::Refusal::Other);
    }
};

QTEST_GUILESS_MAIN(TestTunnel)
#include "tst_tunnel.moc"
