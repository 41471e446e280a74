#include "core/source/livesource.h"
#include "tests/support/liveserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryFile>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using base::Error;
using model::Kind;
using model::Unseen;

class LiveFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failsWhenEverythingIsForbidden();
    void failsWhenOneAnswerIsUnauthorized();
    void aNewLoginEndsWhatTheOldOneHeld();
    void failsOnAnotherKindOfServer();
    void failsOnAnUnknownAuthority();
    void failsOnUnusableCredentials();
    void keepsTheRestWhenOneListIsBroken();
    void cancelsALoad();
    void cancelsALoadThatIsStartedAgain();
    void mayGoInTheMiddleOfALoad_data();
    void mayGoInTheMiddleOfALoad();
    void mayGoInItsOwnSignal();
};

void LiveFailuresTest::failsWhenEverythingIsForbidden()
{
    TestServer server;
    serveDiscovery(server);
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        const bool isDiscovery = request.path.count(u'/') <= 3 && request.path.startsWith(u"/apis"_s);
        return isDiscovery || request.path == "/version"_L1 ? std::nullopt : std::optional(forbidden("nobody may"));
    });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.errors.size(), 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Forbidden);
    QCOMPARE(result.errors.first().detail, u"nobody may"_s);
}

void LiveFailuresTest::failsWhenOneAnswerIsUnauthorized()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/events"_s,
                  {.status = 401, .body = TestServer::status(401, "Unauthorized", "Unauthorized")});
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QTest::qWait(50);
    QCOMPARE(result.ends, 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Unauthorized);
}

void LiveFailuresTest::aNewLoginEndsWhatTheOldOneHeld()
{
    TestServer server;
    serveCluster(server);
    QTemporaryFile kubeconfig;
    QVERIFY(kubeconfig.open());
    kubeconfig.write(QString(u"{kind: Config, current-context: c, contexts: [{name: c, context: {cluster: a}}], "
                             "clusters: [{name: a, cluster: {server: '%1'}}]}"_s)
                         .arg(server.url().toString())
                         .toUtf8());
    kubeconfig.close();
    source::LiveRequest request = requestTo(server);
    request.connection.files = QStringList{kubeconfig.fileName()};
    request.connection.contextName = u"c"_s;
    source::LiveSource source(request);
    Loaded first(source);
    server.answer(u"/api/v1/pods"_s, {.status = 401});
    source.load();
    QVERIFY(first.wait());
    QCOMPARE(first.errors.first().kind, Error::Kind::Unauthorized);
    QVERIFY(source.openForward({u"shop"_s, u"web-1"_s, 8080}, model::TrialSpeech::Http));
    QCOMPARE(source.forwards().size(), size_t(1));
    const quint16 port = source.forwards().front().localPort;
    QTcpSocket local; // a connection on its way through the old client
    local.connectToHost(QHostAddress::LocalHost, port);
    model::TrialKey key;
    key.object = {Kind::Pod, u"shop"_s, u"web-1"_s};
    key.port = 8080;
    source.tryConnections({key, key});
    QSignalSpy tried(&source, &source::Source::tried);
    QSignalSpy changed(&source, &source::Source::forwardsChanged);
    Loaded second(source);
    source.load();
    QVERIFY(second.wait());
    QTRY_COMPARE(tried.size(), 1);
    QVERIFY(source.forwards().empty());
    QVERIFY(!changed.isEmpty());
    QTRY_COMPARE(local.state(), QAbstractSocket::UnconnectedState);
}

void LiveFailuresTest::failsOnAnotherKindOfServer()
{
    TestServer server;
    server.setHandler(
        [](const auto &) { return TestAnswer{.body = "<html>hello</html>", .contentType = "text/html"}; });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QVERIFY2(result.problem().contains(u"not like a Kubernetes API server"_s), qPrintable(result.problem()));
}

void LiveFailuresTest::failsOnAnUnknownAuthority()
{
    const TestPki pki(u"Right CA"_s);
    TestServer server(TestPki(u"Other CA"_s).server());
    source::LiveRequest request = requestTo(server);
    request.connection.caPem = pki.caPem();
    source::LiveSource source(request);
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.errors.first().kind, Error::Kind::Tls);
    QVERIFY2(result.problem().contains(u"unknown authority (\"Other CA\")"_s), qPrintable(result.problem()));
}

void LiveFailuresTest::failsOnUnusableCredentials()
{
    TestServer server;
    source::LiveRequest request = requestTo(server);
    request.connection.caPem = "nonsense";
    source::LiveSource source(request);
    Loaded result(source);
    source.load();
    QCOMPARE(result.ends, 0); // never from within load()
    QVERIFY(result.wait());
    QCOMPARE(result.errors.first().kind, Error::Kind::Malformed);
    QSignalSpy logs(&source, &source::Source::logsFetched);
    source.fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    QVERIFY(logs.wait(kBound));
    QSignalSpy raw(&source, &source::Source::rawFetched);
    source.fetchRaw({Kind::Pod, u"shop"_s, u"p"_s});
    QVERIFY(raw.wait(kBound));
}

void LiveFailuresTest::keepsTheRestWhenOneListIsBroken()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/pods"_s,
                  {.body = listOf("PodList", "v1", {item("a")}), .fault = TestAnswer::Fault::Truncated});
    server.answerJson(u"/api/v1/services"_s, "{\"kind\":\"ServiceList\",\"items\":[{");
    server.answer(u"/api/v1/events"_s, {.status = 500, .body = "<title>Oops</title>"});
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.problem(), u"(none)"_s);
    for (const Kind kind : {Kind::Pod, Kind::Service, Kind::Event}) {
        const Unseen *unseen = result.snapshot.cluster->unseen(kind);
        QVERIFY2(unseen != nullptr, qPrintable(model::kindName(kind)));
        QCOMPARE(unseen->reason, Unseen::Reason::Failed);
    }
    QVERIFY(result.snapshot.cluster->data().pods.empty());
    QCOMPARE(result.line(u"events"_s)->state, source::Progress::State::Failed);
    QVERIFY(result.snapshot.cluster->sees(Kind::ConfigMap));
}

void LiveFailuresTest::cancelsALoad()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/pods"_s, {.fault = TestAnswer::Fault::Silence});
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QTRY_COMPARE_WITH_TIMEOUT(server.requestsTo(u"/api/v1/pods"_s).size(), 1, kBound);
    QElapsedTimer timer;
    timer.start();
    source.cancel();
    source.cancel();
    QVERIFY(result.wait());
    QVERIFY(timer.elapsed() < 2000);
    QTest::qWait(50);
    QCOMPARE(result.ends, 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Cancelled);
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", {item("a")}));
    source.load();
    QVERIFY(result.wait(2));
    QCOMPARE(result.snapshot.cluster->data().pods.size(), size_t(1));
}

void LiveFailuresTest::cancelsALoadThatIsStartedAgain()
{
    TestServer server;
    serveCluster(server);
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    source.load();
    QVERIFY(result.wait(2));
    QTest::qWait(50);
    QCOMPARE(result.ends, 2);
    QCOMPARE(result.errors.size(), 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Cancelled);
    QVERIFY(result.snapshot.cluster != nullptr);
}

void LiveFailuresTest::mayGoInTheMiddleOfALoad_data()
{
    QTest::addColumn<int>("requests");
    QTest::newRow("at once") << 0;
    QTest::newRow("in discovery") << 1;
    QTest::newRow("in the first lists") << 7;
    QTest::newRow("near the end") << 25;
}

void LiveFailuresTest::mayGoInTheMiddleOfALoad()
{
    QFETCH(int, requests);
    TestServer server;
    serveCluster(server);
    QByteArrayList many;
    for (int i = 0; i < 2000; ++i) {
        many.append(item(QByteArray::number(i)));
    }
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", many));
    auto source = std::make_unique<source::LiveSource>(requestTo(server));
    Loaded result(*source);
    source->load();
    source->fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    source->fetchRaw({Kind::Pod, u"shop"_s, u"p"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() >= requests, kBound);
    source.reset();
    QTest::qWait(50);
    QCOMPARE(result.ends, 0);
}

void LiveFailuresTest::mayGoInItsOwnSignal()
{
    TestServer server;
    serveCluster(server);
    const auto goesIn = [this, &server](auto signal) {
        auto source = std::make_unique<source::LiveSource>(requestTo(server));
        connect(source.get(), signal, this, [&source] { source.reset(); });
        source->load();
        source->fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
        source->fetchRaw({Kind::Pod, u"shop"_s, u"p"_s});
        return QTest::qWaitFor([&source] { return source == nullptr; }, kBound);
    };
    QVERIFY(goesIn(&source::Source::progress));
    QVERIFY(goesIn(&source::Source::loaded));
    QVERIFY(goesIn(&source::Source::logsFetched));
    QVERIFY(goesIn(&source::Source::rawFetched));
    server.answer(u"/api/v1/pods"_s, {.status = 401});
    QVERIFY(goesIn(&source::Source::failed));
}

QTEST_GUILESS_MAIN(LiveFailuresTest)
#include "tst_livefailures.moc"
