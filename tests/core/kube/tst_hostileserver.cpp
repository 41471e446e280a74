#include "core/kube/client.h"
#include "core/kube/lister.h"
#include "tests/support/clienttalk.h"
#include "tests/support/testserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Error;

/// A server that means harm, or is broken: time and memory stay bounded, and what is said is of use.
class HostileServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeadThatDripsIsGivenUp();
    void aBodyThatDripsIsGivenUp();
    void anAnswerCutAnywhereIsNoAnswer();
    void aBodyWithoutEndIsCutOff();
    void whatUnpacksWithoutEndIsCutOff();
    void aLoopOfRedirectsIsOneRequest();
    void aHeadWithoutEndIsRefused();
    void wordsThatAreNoHttpAreNamed();
    void aListOfTenThousandPagesIsRead();
    void aListWithoutEndIsGivenUp();
    void anExpiredListThatExpiresForEverIsGivenUp();
};

namespace {

/// Writes what it is told, byte by byte if need be, whatever it is asked.
class RawServer : public QTcpServer
{
public:
    explicit RawServer(QByteArray first) : m_first(std::move(first))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!socket->readAll().contains("\r\n\r\n"))
                    return;
                ++requests;
                socket->write(m_first);
                sent += m_first.size();
                if (endsAfterFirst)
                    return socket->disconnectFromHost();
                if (!more.isEmpty())
                    goOn(socket);
            });
        });
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    QByteArray more; ///< again and again
    std::chrono::milliseconds pause = 0ms;
    bool endsAfterFirst = false;
    int requests = 0;
    qint64 sent = 0;

private:
    void goOn(QTcpSocket *socket)
    {
        QTimer::singleShot(pause, socket, [this, socket] {
            if (socket->bytesToWrite() < 1 << 20) {
                socket->write(more);
                sent += more.size();
            }
            goOn(socket);
        });
    }

    QByteArray m_first;
};

const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

kube::Response ask(const QUrl &url, qint64 limit = 1 << 20, std::chrono::milliseconds idle = 300ms)
{
    const auto client = kube::Client::open(connectionTo(url), {.idle = idle});
    return get(**client, {.path = u"/api/v1/pods"_s, .limitBytes = limit});
}

struct Reading {
    int pages = 0;
    std::optional<kube::Response> last;
};

Reading readAll(const QUrl &url, const kube::ListLimits &limits)
{
    const auto client = kube::Client::open(connectionTo(url));
    kube::Lister lister(**client, u"/api/v1/pods"_s, "application/json", limits);
    Reading reading;
    QObject::connect(&lister, &kube::Lister::page, [&reading] { ++reading.pages; });
    QObject::connect(&lister, &kube::Lister::finished, [&reading](const auto &last) { reading.last = last; });
    lister.start();
    QEventLoop loop; // QTest::qWaitFor() sleeps 10 ms between two looks, four times a page
    QObject::connect(&lister, &kube::Lister::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(120'000, &loop, &QEventLoop::quit);
    loop.exec();
    return reading;
}

} // namespace

void HostileServerTest::aHeadThatDripsIsGivenUp()
{
    RawServer server("HTTP/1.1 200 OK\r\nX-Slow: ");
    server.more = "a";
    server.pause = 20ms;
    QElapsedTimer clock;
    clock.start();
    const auto response = ask(server.url());
    QCOMPARE(kindOf(response), Error::Kind::TimedOut);
    QVERIFY2(clock.elapsed() < 5'000, qPrintable(QString::number(clock.elapsed())));
}

void HostileServerTest::aBodyThatDripsIsGivenUp()
{
    RawServer server(kHead + "Content-Length: 1000000\r\n\r\n{");
    server.more = " ";
    server.pause = 20ms;
    const auto response = ask(server.url());
    QCOMPARE(kindOf(response), Error::Kind::TimedOut);
    QVERIFY2(words(response).contains(u"less than 1 KB"_s), qPrintable(words(response)));
}

void HostileServerTest::anAnswerCutAnywhereIsNoAnswer()
{
    const QByteArray body = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[]})";
    const QByteArray whole = kHead + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        RawServer server(whole.left(size));
        server.endsAfterFirst = true;
        const auto response = ask(server.url(), 1 << 20, 3s);
        const QByteArray place = "cut behind byte " + QByteArray::number(size) + ": " + words(response).toUtf8();
        if (size == whole.size()) {
            QVERIFY2(!response.error, place);
            QCOMPARE(response.body, body);
        } else {
            QVERIFY2(response.error && response.error->kind == Error::Kind::Network, place);
            // Qt asks again where a connection ends without an answer, and we do once; neither goes on with it.
            QVERIFY2(server.requests <= 8, place + "; requests: " + QByteArray::number(server.requests));
        }
    }
}

void HostileServerTest::aBodyWithoutEndIsCutOff()
{
    RawServer server(kHead + "Transfer-Encoding: chunked\r\n\r\n");
    server.more = "10000\r\n" + QByteArray(0x10000, ' ') + "\r\n";
    const auto response = ask(server.url(), 4 << 20);
    QCOMPARE(kindOf(response), Error::Kind::TooLarge);
    QVERIFY2(words(response).contains(u"4 MB"_s), qPrintable(words(response)));
    QVERIFY(server.sent < 64 << 20);
    QCOMPARE(server.requests, 1);
}

void HostileServerTest::whatUnpacksWithoutEndIsCutOff()
{
    // A zlib stream, which Qt unpacks as it does gzip: a thousand times as much as is sent.
    const QByteArray packed = qCompress(QByteArray(64 << 20, ' '), 9).mid(4);
    QVERIFY(packed.size() < 1 << 20);
    RawServer server(kHead + "Content-Encoding: deflate\r\nContent-Length: " + QByteArray::number(packed.size()) +
                     "\r\n\r\n" + packed);
    const auto response = ask(server.url(), 8 << 20, 10s);
    QVERIFY2(response.error.has_value(), "sixty-four megabytes were taken");
    QVERIFY(response.body.size() <= 8 << 20);
    QCOMPARE(server.requests, 1);
}

void HostileServerTest::aLoopOfRedirectsIsOneRequest()
{
    RawServer server("HTTP/1.1 302 Found\r\nLocation: /api/v1/pods\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(kindOf(ask(server.url())), Error::Kind::Unsupported);
    QTest::qWait(50);
    QCOMPARE(server.requests, 1);
}

void HostileServerTest::aHeadWithoutEndIsRefused()
{
    RawServer server("HTTP/1.1 200 OK\r\n");
    server.more = "X-More: " + QByteArray(8000, 'x') + "\r\n";
    QElapsedTimer clock;
    clock.start();
    const auto response = ask(server.url(), 1 << 20, 2s);
    QVERIFY2(response.error.has_value(), "it has no end");
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(server.sent < 64 << 20, qPrintable(QString::number(server.sent)));
}

void HostileServerTest::wordsThatAreNoHttpAreNamed()
{
    for (const QByteArray &greeting :
         QByteArrayList{"SSH-2.0-OpenSSH_9.2\r\n", "220 mail ESMTP\r\n", QByteArray(64, '\0')}) {
        RawServer server(greeting);
        server.endsAfterFirst = true;
        const auto response = ask(server.url());
        QVERIFY2(response.error && !response.error->detail.isEmpty(), greeting);
    }
}

void HostileServerTest::aListOfTenThousandPagesIsRead()
{
    constexpr int kPages = 10'000;
    TestServer server;
    int asked = 0;
    server.setHandler([&asked](const TestRequest &) {
        const QByteArray next =
            ++asked < kPages ? R"(,"continue":"t)" + QByteArray::number(asked) + "\"" : QByteArray();
        return TestAnswer{.body = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7")" + next +
                                  R"(},"items":[{"metadata":{"name":"p","namespace":"n"}}]})"};
    });
    const Reading reading = readAll(server.url(), {});
    QVERIFY(reading.last.has_value());
    QVERIFY2(!reading.last->error, qPrintable(words(*reading.last)));
    QCOMPARE(reading.pages, kPages);
}

void HostileServerTest::aListWithoutEndIsGivenUp()
{
    TestServer server;
    server.setHandler([](const TestRequest &) {
        return TestAnswer{.body = R"({"kind":"PodList","metadata":{"continue":"again"},"items":[]})"};
    });
    const Reading reading = readAll(server.url(), {.pages = 300});
    QVERIFY(reading.last.has_value());
    QCOMPARE(kindOf(*reading.last), Error::Kind::TooLarge);
    QCOMPARE(server.requests().size(), 300);
}

void HostileServerTest::anExpiredListThatExpiresForEverIsGivenUp()
{
    for (const bool offersToken : {true, false}) {
        TestServer server;
        server.setHandler([offersToken](const TestRequest &) {
            QByteArray status = TestServer::status(410, "Expired", "too old");
            if (offersToken)
                status.replace(R"("metadata":{})", R"("metadata":{"continue":"again"})");
            return TestAnswer{.status = 410, .body = status};
        });
        const Reading reading = readAll(server.url(), {.pages = 50});
        QVERIFY(reading.last.has_value());
        QVERIFY(reading.last->error.has_value());
        QVERIFY2(server.requests().size() <= 50, qPrintable(QString::number(server.requests().size())));
    }
}

QTEST_GUILESS_MAIN(HostileServerTest)
#include "tst_hostileserver.moc"
