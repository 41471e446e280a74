#include "core/source/livesource.h"
#include "tests/support/liveserver.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::test;

namespace {

const QString kPath = u"/api/v1/namespaces/shop/pods/web-1/log"_s;
const model::LogKey kKey{u"shop"_s, u"web-1"_s, u"web"_s, false};

TestAnswer stream(const QByteArray &first)
{
    return {.body = first, .contentType = "text/plain", .form = TestAnswer::Form::Stream};
}

} // namespace

/// A log that is followed, against a server that keeps the answer open.
class LiveLogStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itAsksForTheLastLinesAndFollows();
    void itHandsOnWhatComesWhateverItsParts();
    void itEndsWithoutAProblemWhenTheServerClosesIt();
    void itSaysWhyItBrokeOff();
    void itSaysWhyTheServerRefused();
    void deletingItEndsTheRequest();
    void aFinishedRunIsNotFollowed();
};

void LiveLogStreamTest::itAsksForTheLastLinesAndFollows()
{
    TestServer server;
    server.answer(kPath, stream("one\n"));
    source::LiveSource source(requestTo(server, u"shop"_s));
    const auto log = source.followLog(kKey);
    QVERIFY(log);
    QSignalSpy arrived(log.get(), &source::LogStream::arrived);
    QTRY_COMPARE(arrived.size(), 1);
    const TestRequest request = server.requestsTo(kPath).first();
    QCOMPARE(request.parameter(u"follow"_s), u"true"_s);
    QCOMPARE(request.parameter(u"container"_s), u"web"_s);
    QVERIFY(request.parameter(u"tailLines"_s).toInt() > 0);
}

void LiveLogStreamTest::itHandsOnWhatComesWhateverItsParts()
{
    TestServer server;
    server.answer(kPath, stream("start\n"));
    source::LiveSource source(requestTo(server, u"shop"_s));
    const auto log = source.followLog(kKey);
    QString text;
    connect(log.get(), &source::LogStream::arrived, this, [&text](const QString &part) { text += part; });
    QTRY_COMPARE(text, u"start\n"_s);
    const QByteArray letter = "单\n"; // three bytes, in two parts
    server.push(kPath, letter.first(2));
    QTest::qWait(50);
    server.push(kPath, letter.sliced(2));
    QTRY_COMPARE(text, u"start\n单\n"_s);
}

void LiveLogStreamTest::itEndsWithoutAProblemWhenTheServerClosesIt()
{
    TestServer server;
    server.answer(kPath, stream("last words\n"));
    source::LiveSource source(requestTo(server, u"shop"_s));
    const auto log = source.followLog(kKey);
    QSignalSpy ended(log.get(), &source::LogStream::ended);
    QTRY_COMPARE(server.streams(kPath), 1);
    server.endStreams(kPath);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().toString(), QString());
}

void LiveLogStreamTest::itSaysWhyItBrokeOff()
{
    TestServer server;
    server.answer(kPath, stream("x\n"));
    source::LiveSource source(requestTo(server, u"shop"_s));
    const auto log = source.followLog(kKey);
    QSignalSpy arrived(log.get(), &source::LogStream::arrived);
    QSignalSpy ended(log.get(), &source::LogStream::ended);
    QTRY_COMPARE(arrived.size(), 1);
    server.breakStreams(kPath);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!ended.first().first().toString().isEmpty());
}

void LiveLogStreamTest::itSaysWhyTheServerRefused()
{
    TestServer server;
    server.answer(kPath, forbidden("pods \\\"web-1\\\" is forbidden: cannot get resource pods/log"));
    source::LiveSource source(requestTo(server, u"shop"_s));
    const auto log = source.followLog(kKey);
    QSignalSpy ended(log.get(), &source::LogStream::ended);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended.first().first().toString().contains(u"pods/log"_s));
}

void LiveLogStreamTest::deletingItEndsTheRequest()
{
    TestServer server;
    server.answer(kPath, stream("x\n"));
    source::LiveSource source(requestTo(server, u"shop"_s));
    auto log = source.followLog(kKey);
    QTRY_COMPARE(server.streams(kPath), 1);
    log.reset();
    QTRY_COMPARE(server.streams(kPath), 0);
}

void LiveLogStreamTest::aFinishedRunIsNotFollowed()
{
    TestServer server;
    source::LiveSource source(requestTo(server, u"shop"_s));
    QVERIFY(!source.followLog({u"shop"_s, u"web-1"_s, u"web"_s, true}));
}

QTEST_GUILESS_MAIN(LiveLogStreamTest)
#include "tst_livelogstream.moc"
