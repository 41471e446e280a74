#include "core/source/livefollow.h"
#include "tests/support/dial.h"
#include "tests/support/liveserver.h"
#include "tests/support/watchserver.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using model::Kind;
using source::Live;

namespace {

const QString kPods = u"/api/v1/pods"_s;
const QString kServices = u"/api/v1/services"_s;

QByteArray pod(const QByteArray &name, const QByteArray &version, const QByteArray &phase = "Running")
{
    return typedObject("v1", "Pod", name, version, R"(,"spec":{"containers":[]},"status":{"phase":")" + phase + "\"}");
}

source::FollowPace quickFollow(Dial &dial)
{
    using std::chrono::milliseconds;
    source::FollowPace pace;
    pace.watch = quickPace();
    pace.batch = milliseconds(20);
    pace.tick = milliseconds(40);
    pace.poll = milliseconds(60);
    pace.grace = milliseconds(40);
    pace.pulse = milliseconds(20);
    pace.senses = dial.senses();
    return pace;
}

/// A server with watches, a source that follows it, and the picture as it becomes.
struct Scene {
    Scene() : watches(server)
    {
        serveCluster(server);
        listPods("7", {item("web-1"), item("web-2")});
        source::LiveRequest request = requestTo(server);
        request.pace = quickFollow(dial);
        source = std::make_unique<source::LiveSource>(request);
        QObject::connect(source.get(), &source::Source::loaded, source.get(), [this](const source::Snapshot &snapshot) {
            cluster = snapshot.cluster;
            ++loads;
        });
        QObject::connect(source.get(), &source::Source::changed, source.get(), [this](const model::Changes &changes) {
            const model::Next next = model::nextOf(*cluster, changes);
            cluster = next.cluster;
            changed.insert(changed.end(), next.changed.begin(), next.changed.end());
            ++batches;
        });
        QObject::connect(source.get(), &source::Source::liveChanged, source.get(), [this](const Live &now) {
            live = now;
            states.append(now.state);
            details.append(now.detail);
        });
        source->follow();
        source->load();
    }

    void listPods(const QByteArray &version, const QByteArrayList &items)
    {
        server.answer(kPods, {.body = listOf("PodList", "v1", items, R"({"resourceVersion":")" + version + "\"}"),
                              .headers = {{"Date", "Mon, 23 Nov 2026 11:17:05 GMT"}}});
    }

    bool waitFor(const std::function<bool()> &what) { return QTest::qWaitFor(what, 10'000); }
    bool waitForState(Live::State state)
    {
        return waitFor([&] { return live.state == state; });
    }
    bool isThere(const QString &name) const { return cluster->pod(u"shop"_s, name) != nullptr; }

    Dial dial;
    TestServer server;
    WatchServer watches;
    std::unique_ptr<source::LiveSource> source;
    model::ClusterPtr cluster;
    std::vector<model::ObjectRef> changed;
    Live live;
    QList<Live::State> states;
    QStringList details;
    int loads = 0;
    int batches = 0;
};

} // namespace

class LiveFollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchesEveryKindThatWasReadFromItsList();
    void tellsNothingUnlessItIsToldToFollow();
    void whatComesAndGoesChangesThePicture();
    void aStormIsToldInFewChangesAndLosesNothing();
    void secretsAreWatchedByTheirMetadataOnly();
    void aGoneVersionListsThatKindAlone();
    void aListThatFailsAfterAGoneVersionIsTriedAgain();
    void whatMayNotBeWatchedIsListedFromTimeToTime();
    void aKindThatMayNotBeReadAnyMoreIsSaid();
    void theNamespaceThatWasAskedForIsReadAgain();
    void aServerThatIsAwayIsSaidAndPickedUpAgain();
    void refusedCredentialsAreSaidAndNotTriedAgain();
    void aPauseKeepsThePictureAndGoesOnFromThere();
    void aReloadThatFailsLeavesThePictureLive();
    void theServersTimeGoesOnWhileItIsHeard();
    void sleepIsNoticedAndTheConnectionsAreTakenUpAgain();
};

void LiveFollowTest::watchesEveryKindThatWasReadFromItsList()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    QCOMPARE(scene.watches.watches(kPods).first().parameter(u"resourceVersion"_s), u"7"_s);
    QCOMPARE(scene.watches.watches(u"/apis/batch/v1beta1/cronjobs"_s).size(), 1);
    QCOMPARE(scene.watches.watches(u"/api/v1/endpoints"_s).size(), 0); // EndpointSlices tell the same
    QCOMPARE(scene.watches.watches(u"/apis/policy/v1/poddisruptionbudgets"_s).size(), 0); // not served
    for (const TestRequest &request : scene.server.requests()) {
        QCOMPARE(request.method, "GET");
    }
    QCOMPARE(scene.states.first(), Live::State::Resuming);
}

void LiveFollowTest::tellsNothingUnlessItIsToldToFollow()
{
    TestServer server;
    WatchServer watches(server);
    serveCluster(server);
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    QSignalSpy live(&source, &source::Source::liveChanged);
    source.load();
    QVERIFY(result.wait());
    QTest::qWait(50);
    QCOMPARE(watches.watches(kPods).size(), 0);
    QCOMPARE(live.size(), 0);
}

void LiveFollowTest::whatComesAndGoesChangesThePicture()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("web-3", "8")) +
                                 eventLine("MODIFIED", pod("web-1", "9", "Failed")) +
                                 eventLine("DELETED", pod("web-2", "10")));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-3"_s); }));
    QVERIFY(!scene.isThere(u"web-2"_s));
    QCOMPARE(scene.cluster->pod(u"shop"_s, u"web-1"_s)->phase, u"Failed"_s);
    QCOMPARE(scene.changed.size(), size_t(3));
    QCOMPARE(scene.loads, 1);
}

void LiveFollowTest::aStormIsToldInFewChangesAndLosesNothing()
{
    constexpr int kPodCount = 500;
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    const int before = scene.batches;
    QByteArray storm;
    for (int i = 0; i < kPodCount; ++i) {
        const QByteArray name = "storm-" + QByteArray::number(i);
        storm += eventLine("ADDED", pod(name, QByteArray::number(100 + 2 * i), "Pending"));
        storm += eventLine("MODIFIED", pod(name, QByteArray::number(101 + 2 * i)));
    }
    scene.server.push(kPods, storm);
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"storm-499"_s); }));
    QVERIFY(scene.waitFor([&] {
        return std::all_of(scene.cluster->data().pods.begin(), scene.cluster->data().pods.end(),
                           [](const model::Pod &each) {
                               return !each.meta.name.startsWith(u"storm-"_s) || each.phase == "Running"_L1;
                           });
    }));
    QCOMPARE(scene.cluster->data().pods.size(), size_t(kPodCount + 2));
    QVERIFY(scene.batches - before < kPodCount / 4);
}

void LiveFollowTest::secretsAreWatchedByTheirMetadataOnly()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    const auto asked = scene.watches.watches(u"/api/v1/secrets"_s);
    QCOMPARE(asked.first().header("accept"), "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
    scene.server.push(u"/api/v1/secrets"_s,
                      eventLine("ADDED", typedObject("meta.k8s.io/v1", "PartialObjectMetadata", "registry", "8")));
    QVERIFY(scene.waitFor([&] { return scene.cluster->secret(u"shop"_s, u"registry"_s) != nullptr; }));
}

void LiveFollowTest::aGoneVersionListsThatKindAlone()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.server.forgetRequests();
    scene.listPods("90", {item("web-2"), item("web-9")});
    scene.server.push(kPods, errorLine(410, "Expired", "too old resource version"));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-9"_s); }));
    QVERIFY(!scene.isThere(u"web-1"_s));
    QVERIFY(scene.waitFor([&] { return scene.watches.watches(kPods).size() == 1; }));
    QCOMPARE(scene.watches.watches(kPods).first().parameter(u"resourceVersion"_s), u"90"_s);
    for (const TestRequest &request : scene.server.requests()) {
        QCOMPARE(request.path, kPods);
    }
}

void LiveFollowTest::aListThatFailsAfterAGoneVersionIsTriedAgain()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    int lists = 0;
    scene.watches.setHandler([&](const TestRequest &request) -> std::optional<TestAnswer> {
        const bool isList = request.path == kPods && request.parameter(u"watch"_s).isEmpty();
        if (isList && ++lists < 3) {
            return TestAnswer{.status = 500, .body = TestServer::status(500, "InternalError", "not now")};
        }
        return std::nullopt;
    });
    scene.listPods("90", {item("web-9")});
    scene.server.push(kPods, errorLine(410, "Expired", "too old resource version"));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-9"_s); }));
    QVERIFY(scene.states.contains(Live::State::Resuming));
    QVERIFY(scene.details.contains(u"not now"_s));
    QVERIFY(scene.waitForState(Live::State::Running));
    QCOMPARE(lists, 3);
}

void LiveFollowTest::whatMayNotBeWatchedIsListedFromTimeToTime()
{
    Scene scene;
    scene.watches.answerAlways(kServices, forbidden("services may not be watched"));
    QVERIFY(scene.waitForState(Live::State::Polling));
    QCOMPARE(scene.live.polled, QStringList{u"services"_s});
    QCOMPARE(scene.live.detail, u"services may not be watched"_s);
    scene.server.answerJson(kServices, listOf("ServiceList", "v1", {item("late")}));
    QVERIFY(scene.waitFor([&] { return scene.cluster->service(u"shop"_s, u"late"_s) != nullptr; }));
    QCOMPARE(scene.watches.watches(kServices).size(), 1);
    QCOMPARE(scene.live.state, Live::State::Polling);
}

void LiveFollowTest::aKindThatMayNotBeReadAnyMoreIsSaid()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.server.answer(kPods, forbidden("pods is forbidden now"));
    scene.server.push(kPods, errorLine(410, "Expired", "too old resource version"));
    QVERIFY(scene.waitFor([&] { return !scene.cluster->sees(Kind::Pod); }));
    QCOMPARE(scene.cluster->unseen(Kind::Pod)->detail, u"pods is forbidden now"_s);
    QVERIFY(scene.cluster->data().pods.empty());
    QVERIFY(scene.waitForState(Live::State::Running));
}

void LiveFollowTest::theNamespaceThatWasAskedForIsReadAgain()
{
    TestServer server;
    WatchServer watches(server);
    Dial dial;
    serveCluster(server);
    source::LiveRequest request = requestTo(server, u"shop"_s);
    request.pace = quickFollow(dial);
    source::LiveSource source(request);
    Loaded result(source);
    Live::State state = Live::State::Off;
    QObject::connect(&source, &source::Source::liveChanged, &source, [&](const Live &live) { state = live.state; });
    QString phase;
    QObject::connect(&source, &source::Source::changed, &source, [&](const model::Changes &changes) {
        if (!changes.objects.namespaces.empty()) {
            phase = changes.objects.namespaces.front().phase;
        }
    });
    source.follow();
    source.load();
    QVERIFY(result.wait());
    QTRY_COMPARE(state, Live::State::Running);
    QCOMPARE(watches.watches(u"/api/v1/namespaces/shop"_s).size(), 0);
    QCOMPARE(watches.watches(u"/api/v1/namespaces/shop/pods"_s).size(), 1);
    server.answerJson(
        u"/api/v1/namespaces/shop"_s,
        R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":"shop"},"status":{"phase":"Terminating"}})");
    QTRY_COMPARE(phase, u"Terminating"_s);
    QCOMPARE(state, Live::State::Running);
}

void LiveFollowTest::aServerThatIsAwayIsSaidAndPickedUpAgain()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    const qint64 heard = scene.dial.wall;
    const quint16 port = scene.server.serverPort();
    scene.server.close();
    for (QObject *socket : scene.server.children()) {
        if (auto *tcp = qobject_cast<QAbstractSocket *>(socket)) {
            tcp->abort();
        }
    }
    scene.dial.pass(60'000);
    QVERIFY(scene.waitForState(Live::State::Down));
    QVERIFY(scene.live.isStale());
    QCOMPARE(scene.live.heard.ms, heard);
    QVERIFY(!scene.live.detail.isEmpty());
    const int before = scene.batches;
    QTest::qWait(120);
    QCOMPARE(scene.batches, before); // nobody knows what time means for a picture that may be wrong
    QVERIFY(scene.server.listen(QHostAddress::LocalHost, port));
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("web-3", "8")));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-3"_s); }));
    QCOMPARE(scene.loads, 1);
}

void LiveFollowTest::refusedCredentialsAreSaidAndNotTriedAgain()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.watches.answerAlways(kPods, {.status = 401, .body = TestServer::status(401, "Unauthorized", "Unauthorized")});
    scene.server.breakStreams(kPods);
    QVERIFY(scene.waitForState(Live::State::Refused));
    const qsizetype asked = scene.watches.watches(kPods).size();
    QTest::qWait(100);
    QCOMPARE(scene.watches.watches(kPods).size(), asked);
    scene.watches.letWatch(kPods);
    scene.source->load(); // somebody logged in and reloads
    QVERIFY(scene.waitFor([&] { return scene.loads == 2; }));
    QVERIFY(scene.waitForState(Live::State::Running));
}

void LiveFollowTest::aPauseKeepsThePictureAndGoesOnFromThere()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("web-3", "33")));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-3"_s); }));
    scene.source->pause();
    QCOMPARE(scene.live.state, Live::State::Paused);
    QVERIFY(scene.waitFor([&] { return scene.server.streams() == 0; }));
    const int before = scene.batches;
    QTest::qWait(100);
    QCOMPARE(scene.batches, before);
    scene.source->follow();
    QVERIFY(scene.waitForState(Live::State::Running));
    QCOMPARE(scene.watches.watches(kPods).last().parameter(u"resourceVersion"_s), u"33"_s);
}

void LiveFollowTest::aReloadThatFailsLeavesThePictureLive()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    QSignalSpy failed(scene.source.get(), &source::Source::failed);
    scene.watches.setHandler([](const TestRequest &request) -> std::optional<TestAnswer> {
        const bool isWatch = request.parameter(u"watch"_s) == "true"_L1;
        return isWatch ? std::nullopt : std::optional(TestAnswer{.status = 500});
    });
    scene.source->load();
    QVERIFY(scene.waitFor([&] { return failed.size() == 1; }));
    QVERIFY(scene.waitForState(Live::State::Running));
    QVERIFY(scene.waitFor([&] { return scene.server.streams(kPods) == 1; }));
    scene.server.push(kPods, eventLine("ADDED", pod("web-3", "8")));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-3"_s); }));
}

void LiveFollowTest::theServersTimeGoesOnWhileItIsHeard()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    QCOMPARE(scene.cluster->now().toString(), u"2026-11-23T11:17:05Z"_s);
    scene.dial.pass(90'000);
    QVERIFY(scene.waitFor([&] { return scene.cluster->now().toString() == "2026-11-23T11:18:35Z"_L1; }));
}

void LiveFollowTest::sleepIsNoticedAndTheConnectionsAreTakenUpAgain()
{
    Scene scene;
    QVERIFY(scene.waitForState(Live::State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("web-3", "33")));
    QVERIFY(scene.waitFor([&] { return scene.isThere(u"web-3"_s); }));
    const int connections = scene.server.connections();
    scene.dial.wall += 3'600'000; // an hour on the wall, nothing on the steady clock
    QVERIFY(scene.waitFor([&] { return scene.watches.watches(kPods).size() == 2; }));
    QCOMPARE(scene.watches.watches(kPods).last().parameter(u"resourceVersion"_s), u"33"_s);
    QVERIFY(scene.waitForState(Live::State::Running));
    QVERIFY(scene.server.connections() > connections);
    QCOMPARE(scene.loads, 1);
}

QTEST_GUILESS_MAIN(LiveFollowTest)
#include "tst_livefollow.moc"
