#include "core/source/livesource.h"
#include "tests/support/liveserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using model::Kind;
using model::LogText;

class LiveLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsLogAnswers_data();
    void understandsLogAnswers();
    void fetchesLogsAFewAtATime();
    void cutsLogsAtTheirBeginning();
    void answersLogsWhenCancelled();
    void showsTheRawObject();
    void neverShowsSecretData();
};

void LiveLogsTest::understandsLogAnswers_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<LogText::State>("state");
    using State = LogText::State;
    QTest::newRow("text") << 200 << QByteArray("started\nboom\n") << State::Text;
    QTest::newRow("nothing written") << 200 << QByteArray() << State::Text;
    QTest::newRow("removed by the runtime")
        << 200 << QByteArray("unable to retrieve container logs for containerd://abc") << State::Unavailable;
    QTest::newRow("log file gone")
        << 200 << QByteArray(R"(failed to try resolving symlinks in path "/var/log/pods/x": lstat: no such file)")
        << State::Unavailable;
    QTest::newRow("waiting") << 400 << QByteArray("container c in pod p is waiting to start: ContainerCreating")
                             << State::NeverRan;
    QTest::newRow("image") << 400
                           << QByteArray("container c in pod p is waiting to start: trying and failing to pull image")
                           << State::NeverRan;
    QTest::newRow("no earlier run") << 400 << QByteArray("previous terminated container c in pod p not found")
                                    << State::NeverRan;
    QTest::newRow("not scheduled") << 400 << QByteArray("pod p does not have a host assigned") << State::NeverRan;
    QTest::newRow("no such container") << 400 << QByteArray("container c is not valid for pod p") << State::Unavailable;
    QTest::newRow("forbidden") << 403 << QByteArray("pods p is forbidden") << State::Unavailable;
    QTest::newRow("pod gone") << 404 << QByteArray("pods p not found") << State::Unavailable;
    QTest::newRow("node away") << 500 << QByteArray("Get https://10.0.0.1:10250: dial tcp: i/o timeout")
                               << State::Unavailable;
}

void LiveLogsTest::understandsLogAnswers()
{
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    QFETCH(LogText::State, state);
    TestServer server;
    server.answer(u"/api/v1/namespaces/shop/pods/p/log"_s,
                  {.status = code, .body = code == 200 ? words : TestServer::status(code, "Word", words)});
    source::LiveSource source(requestTo(server));
    std::map<model::LogKey, LogText> logs;
    connect(&source, &source::Source::logsFetched, this, [&](const auto &each) { logs = each; });
    const model::LogKey key{u"shop"_s, u"p"_s, u"c"_s, true};
    source.fetchLogs({key});
    QTRY_COMPARE_WITH_TIMEOUT(logs.size(), size_t(1), kBound);
    QCOMPARE(logs[key], (LogText{state, QString::fromUtf8(words)}));
    const auto request = server.requests().first();
    QCOMPARE(request.query.toString(), u"container=c&previous=true&tailLines=200&limitBytes=65536"_s);
}

void LiveLogsTest::fetchesLogsAFewAtATime()
{
    TestServer server;
    server.setHandler([](const auto &) { return TestAnswer{.body = "x", .delayMs = 5}; });
    source::LiveSource source(requestTo(server));
    std::vector<model::LogKey> keys;
    for (int i = 0; i < 40; ++i) {
        keys.push_back({u"shop"_s, u"p"_s + QString::number(i % 30), u"c"_s, false});
    }
    QSignalSpy spy(&source, &source::Source::logsFetched);
    source.fetchLogs(keys);
    source.fetchLogs({});
    QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 2, kBound);
    using Logs = std::map<model::LogKey, LogText>;
    QCOMPARE(spy.at(0).first().value<Logs>().size(), size_t(0));
    QCOMPARE(spy.at(1).first().value<Logs>().size(), size_t(30));
    QCOMPARE(server.requests().size(), 30);
}

void LiveLogsTest::cutsLogsAtTheirBeginning()
{
    TestServer server;
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        const int lines = request.parameter(u"tailLines"_s).toInt();
        QByteArray text;
        for (int i = 200 - lines; i < 200; ++i) {
            text += QByteArray::number(i) + QByteArray(1000, '.') + '\n';
        }
        return TestAnswer{.body = text.left(65'536)};
    });
    source::LiveSource source(requestTo(server));
    std::map<model::LogKey, LogText> logs;
    connect(&source, &source::Source::logsFetched, this, [&](const auto &each) { logs = each; });
    source.fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    QTRY_COMPARE_WITH_TIMEOUT(logs.size(), size_t(1), kBound);
    QVERIFY(logs.begin()->second.text.contains(u"\n199."_s));
    QCOMPARE(server.requests().size(), 2);
}

void LiveLogsTest::answersLogsWhenCancelled()
{
    TestServer server;
    server.setHandler([](const auto &) { return TestAnswer{.fault = TestAnswer::Fault::Silence}; });
    source::LiveSource source(requestTo(server));
    QSignalSpy spy(&source, &source::Source::logsFetched);
    QSignalSpy failed(&source, &source::Source::failed);
    source.fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, kBound);
    source.cancel();
    QVERIFY(spy.wait(kBound));
    QCOMPARE(failed.size(), 0); // no load was running
}

void LiveLogsTest::showsTheRawObject()
{
    TestServer server;
    server.answerJson(
        u"/apis/apps/v1/namespaces/shop/deployments/web"_s,
        R"({"kind":"Deployment","metadata":{"name":"web","managedFields":[{"a":1}]},"spec":{"replicas":2}})");
    source::LiveSource source(requestTo(server));
    QSignalSpy spy(&source, &source::Source::rawFetched);
    source.fetchRaw({Kind::Deployment, u"shop"_s, u"web"_s});
    QVERIFY(spy.wait(kBound));
    const QByteArray json = spy.first().at(1).toByteArray();
    QVERIFY(json.contains("\n    \"spec\": {\n        \"replicas\": 2"));
    QVERIFY(json.contains("managedFields")); // the view folds them
    source.fetchRaw({Kind::Deployment, u"shop"_s, u"gone"_s});
    QVERIFY(spy.wait(kBound));
    QCOMPARE(spy.at(1).at(1).toByteArray(), QByteArray());
    QCOMPARE(spy.at(1).at(2).toString(), u"the server could not find the requested resource"_s);
}

void LiveLogsTest::neverShowsSecretData()
{
    TestServer server; // an old one: it does not know the metadata form and sends all
    server.answerJson(
        u"/api/v1/namespaces/shop/secrets/s"_s,
        R"({"kind":"Secret","metadata":{"name":"s","annotations":{"last":"{\"data\":\"aHVudGVyMg==\"}"}},)"
        R"("data":{"password":"aHVudGVyMg=="},"stringData":{"password":"hunter2"}})");
    source::LiveSource source(requestTo(server));
    QSignalSpy spy(&source, &source::Source::rawFetched);
    source.fetchRaw({Kind::Secret, u"shop"_s, u"s"_s});
    QVERIFY(spy.wait(kBound));
    const QByteArray json = spy.first().at(1).toByteArray();
    QVERIFY(json.contains("\"name\": \"s\""));
    QVERIFY(!json.contains("hunter2") && !json.contains("aHVudGVyMg"));
    QCOMPARE(server.requests().first().header("accept"),
             "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
}

QTEST_GUILESS_MAIN(LiveLogsTest)
#include "tst_livelogs.moc"
