#include "core/trial/forward.h"

#include "tests/support/tunnelserver.h"

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using Port = test::TunnelServer::Port;

namespace {

std::unique_ptr<kube::Client> clientOf(const QUrl &server)
{
    kube::Connection connection;
    connection.server = server;
    return *kube::Client::open(connection);
}

/// A local program that connects, says something and takes what comes.
class LocalProgram : public QTcpSocket
{
public:
    LocalProgram(quint16 port, const QByteArray &words)
    {
        connect(this, &QTcpSocket::connected, this, [this, words] { write(words); });
        connect(this, &QTcpSocket::readyRead, this, [this] {
            if (!isSlow)
                m_taken += readAll();
        });
        connectToHost(QHostAddress::LocalHost, port);
    }
    const QByteArray &taken() const { return m_taken; }
    bool hasEnded() const { return state() == UnconnectedState; }
    bool isSlow = false;

private:
    QByteArray m_taken;
};

} // namespace

class TestForward : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<test::TunnelServer>();
        m_client = clientOf(m_server->url());
    }

    void cleanup()
    {
        m_forward.reset();
        m_client.reset();
        m_server.reset();
    }

    void itListensOnlyOnceOpenedAndOnlyOnThisMachine()
    {
        m_forward = std::make_unique<trial::Forward>(*m_client, kube::TunnelTarget{u"shop"_s, u"cart-1"_s, 8080});
        QCOMPARE(m_forward->localPort(), quint16(0));
        const auto port = m_forward->open();
        QVERIFY(port && *port != 0);
        QVERIFY(m_server->heads().isEmpty()); // nobody has connected: nothing was asked
        QTcpServer sameAddress;
        QVERIFY(!sameAddress.listen(QHostAddress::LocalHost, *port));
        QTcpServer otherAddress; // of this machine, and free
        QVERIFY(otherAddress.listen(QHostAddress(u"127.0.0.2"_s), *port));
    }

    void bytesGoBothWaysThroughATunnelOfTheirOwn()
    {
        open(8080, {Port::Echoes});
        LocalProgram one(m_forward->localPort(), "one");
        LocalProgram other(m_forward->localPort(), "other");
        QTRY_COMPARE(one.taken(), QByteArray("one"));
        QTRY_COMPARE(other.taken(), QByteArray("other"));
        QCOMPARE(m_forward->connections(), 2);
        QCOMPARE(m_server->heads().size(), 2);
        QVERIFY(
            m_server->heads().front().startsWith("GET /api/v1/namespaces/shop/pods/cart-1/portforward?ports=8080 "));
        one.disconnectFromHost();
        QTRY_COMPARE(m_forward->connections(), 1);
        QTRY_COMPARE(m_server->open(), 1);
    }

    void whatTheAppSaysLastStillArrives()
    {
        open(8080, {Port::Answers, QByteArray(300'000, 'x')});
        LocalProgram program(m_forward->localPort(), "GET / HTTP/1.1\r\n\r\n");
        QTRY_VERIFY(program.hasEnded());
        QCOMPARE(program.taken().size(), 300'000);
        QTRY_COMPARE(m_forward->connections(), 0);
        QCOMPARE(m_forward->problem(), QString());
    }

    void aHundredMegabytesArriveThoughTheReaderIsSlow()
    {
        constexpr qint64 kSize = 100LL * 1024 * 1024;
        open(8080, {Port::Floods, {}, kSize});
        LocalProgram program(m_forward->localPort(), "go");
        program.isSlow = true;
        program.setReadBufferSize(64 * 1024);
        QTRY_VERIFY(program.bytesAvailable() > 0);
        // Nobody reads: once the buffers on the way are full it stands still, and does not gather it all.
        qint64 unsent = 0;
        QTRY_VERIFY(unsent == m_server->unsent() || (unsent = m_server->unsent(), QTest::qWait(200), false));
        QVERIFY2(unsent > kSize / 2, qPrintable(QString::number(unsent)));
        program.isSlow = false;
        program.setReadBufferSize(0);
        qint64 all = program.readAll().size();
        connect(&program, &QTcpSocket::readyRead, this, [&] { all += program.readAll().size(); });
        QTRY_VERIFY_WITH_TIMEOUT(all + program.taken().size() >= kSize, 60'000);
        QCOMPARE(all + program.taken().size(), kSize);
        QTRY_COMPARE(m_forward->connections(), 0);
    }

    void aRefusalEndsTheConnectionAndIsTold()
    {
        open(8080, {Port::Refused});
        LocalProgram program(m_forward->localPort(), "hello");
        QTRY_VERIFY(program.hasEnded());
        QTRY_VERIFY2(m_forward->problem().contains(u"connection refused"_s), qPrintable(m_forward->problem()));
        QCOMPARE(m_forward->connections(), 0);
        // The next one is tried anew.
        m_server->set(8080, {Port::Echoes});
        LocalProgram next(m_forward->localPort(), "hello");
        QTRY_COMPARE(next.taken(), QByteArray("hello"));
    }

    void aRightThatIsMissingIsTold()
    {
        open(8080, {Port::Forbidden});
        LocalProgram program(m_forward->localPort(), "hello");
        QTRY_VERIFY(program.hasEnded());
        QTRY_VERIFY(!m_forward->problem().isEmpty());
    }

    void stoppedItRefusesAndEndsWhatWasOpen()
    {
        open(8080, {Port::Echoes});
        const quint16 port = m_forward->localPort();
        LocalProgram program(port, "hello");
        QTRY_COMPARE(program.taken(), QByteArray("hello"));
        m_forward->stop();
        QTRY_VERIFY(program.hasEnded());
        QTRY_COMPARE(m_server->open(), 0);
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void moreThanItTakesAreClosedAtOnce()
    {
        open(8080, {Port::Echoes});
        std::vector<std::unique_ptr<LocalProgram>> programs;
        for (int i = 0; i < trial::Forward::kMostConnections; ++i)
            programs.push_back(std::make_unique<LocalProgram>(m_forward->localPort(), "x"));
        QTRY_COMPARE(m_forward->connections(), trial::Forward::kMostConnections);
        LocalProgram oneMore(m_forward->localPort(), "x");
        QTRY_VERIFY(oneMore.hasEnded());
        QCOMPARE(m_forward->connections(), trial::Forward::kMostConnections);
    }

private:
    void open(quint16 port, const test::TunnelServer::Behaviour &behaviour)
    {
        m_server->set(port, behaviour);
        m_forward = std::make_unique<trial::Forward>(*m_client, kube::TunnelTarget{u"shop"_s, u"cart-1"_s, port});
        QVERIFY(m_forward->open().has_value());
    }

    std::unique_ptr<test::TunnelServer> m_server;
    std::unique_ptr<kube::Client> m_client;
    std::unique_ptr<trial::Forward> m_forward;
};

QTEST_GUILESS_MAIN(TestForward)
#include "tst_forward.moc"
