#include "core/kube/watch.h"
#include "tests/support/clienttalk.h"
#include "tests/support/watchserver.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using kube::Watch;
using kube::WatchEvent;
using State = kube::Watch::State;

namespace {

const QString kPods = u"/api/v1/pods"_s;

QByteArray pod(const QByteArray &name, const QByteArray &version)
{
    return typedObject("v1", "Pod", name, version, R"(,"spec":{"containers":[]})");
}

/// A server, a client, and a watch of its Pods with everything that it says.
struct Scene {
    explicit Scene(const kube::Pace &pace = quickPace())
        : watches(server),
          client(std::move(*kube::Client::open(connectionTo(server.url())))),
          watch(*client, kPods, "application/json", pace)
    {
        QObject::connect(&watch, &Watch::happened, &watch, [this](const std::vector<WatchEvent> &more) {
            events.insert(events.end(), more.begin(), more.end());
        });
        QObject::connect(&watch, &Watch::stateChanged, &watch, [this] { states.append(watch.state()); });
    }

    bool waitFor(State state)
    {
        return QTest::qWaitFor([&] { return watch.state() == state; }, 10'000);
    }
    bool waitForEvents(size_t count)
    {
        return QTest::qWaitFor([&] { return events.size() >= count; }, 10'000);
    }
    bool waitForWatches(qsizetype count)
    {
        return QTest::qWaitFor([&] { return watches.watches(kPods).size() >= count && server.streams(kPods) == 1; },
                               10'000);
    }
    QString asked(qsizetype index, const QString &parameter) const
    {
        return watches.watches(kPods).value(index).parameter(parameter);
    }

    TestServer server;
    WatchServer watches;
    std::unique_ptr<kube::Client> client;
    Watch watch;
    std::vector<WatchEvent> events;
    QList<State> states;
};

} // namespace

class WatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneEventOfALine_data();
    void readsOneEventOfALine();
    void asksForChangesFromTheListOn();
    void tellsEventsInOrderHoweverTheyAreCut();
    void goesOnFromTheLastEventWhenItsTimeIsOver();
    void goesOnFromABookmark();
    void aLineThatBreaksOffIsNotToldAndAskedForAgain();
    void aGoneVersionIsSaid_data();
    void aGoneVersionIsSaid();
    void aRefusalIsNotTriedAgain_data();
    void aRefusalIsNotTriedAgain();
    void waitsLongerAfterEachFailure();
    void obeysRetryAfter();
    void anErrorOfTheServerIsWaitedOut();
    void whatIsNoEventAgainAndAgainWantsANewList();
    void silenceAfterBookmarksIsTakenForADeadConnection();
    void reconnectsAtOnceWhenTold();
    void standsStillWhenStopped();
    void manyWatchesOverHttp1LeaveRoomForLists();
};

void WatchTest::readsOneEventOfALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<WatchEvent::Type>("type");
    QTest::addColumn<QString>("version");
    QTest::newRow("added") << eventLine("ADDED", pod("a", "12")) << WatchEvent::Type::Added << u"12"_s;
    QTest::newRow("deleted") << eventLine("DELETED", pod("a", "13")) << WatchEvent::Type::Deleted << u"13"_s;
    QTest::newRow("bookmark") << bookmark("Pod", "99") << WatchEvent::Type::Bookmark << u"99"_s;
    QTest::newRow("object first") << QByteArray(R"({"object":{"metadata":{"resourceVersion":"7"}},"type":"MODIFIED"})")
                                  << WatchEvent::Type::Modified << u"7"_s;
    QTest::newRow("version behind nested braces")
        << QByteArray(
               R"({"type":"ADDED","object":{"spec":{"a":"}\""},"metadata":{"labels":{"x":"]"},"resourceVersion":"8"}}})")
        << WatchEvent::Type::Added << u"8"_s;
    QTest::newRow("error") << errorLine(410, "Expired", "too old") << WatchEvent::Type::Error << QString();
    QTest::newRow("cut off") << QByteArray(R"({"type":"ADDED","object":{"metadata":{"name")")
                             << WatchEvent::Type::Unreadable << QString();
    QTest::newRow("a page of a proxy") << QByteArray("<html>") << WatchEvent::Type::Unreadable << QString();
    QTest::newRow("unknown type") << eventLine("RENAMED", pod("a", "1")) << WatchEvent::Type::Unreadable << u"1"_s;
    QTest::newRow("empty") << QByteArray() << WatchEvent::Type::Unreadable << QString();
}

void WatchTest::readsOneEventOfALine()
{
    QFETCH(QByteArray, line);
    QFETCH(WatchEvent::Type, type);
    QFETCH(QString, version);
    const WatchEvent event = kube::watchEvent(line);
    QCOMPARE(event.type, type);
    QCOMPARE(event.resourceVersion, version);
}

void WatchTest::asksForChangesFromTheListOn()
{
    Scene scene;
    scene.watch.start(u"41"_s);
    QVERIFY(scene.waitFor(State::Running));
    QCOMPARE(scene.asked(0, u"resourceVersion"_s), u"41"_s);
    QCOMPARE(scene.asked(0, u"allowWatchBookmarks"_s), u"true"_s);
    QCOMPARE(scene.asked(0, u"timeoutSeconds"_s), u"450"_s); // 300 s, and half of it by "chance"
    QCOMPARE(scene.states, (QList{State::Connecting, State::Running}));
}

void WatchTest::tellsEventsInOrderHoweverTheyAreCut()
{
    Scene scene;
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Running));
    const QByteArray all =
        eventLine("ADDED", pod("a", "2")) + eventLine("MODIFIED", pod("a", "3")) + eventLine("DELETED", pod("a", "4"));
    for (qsizetype at = 0; at < all.size(); at += 50) {
        scene.server.push(kPods, all.mid(at, 50));
        QCoreApplication::processEvents();
    }
    QVERIFY(scene.waitForEvents(3));
    QCOMPARE(scene.events[0].type, WatchEvent::Type::Added);
    QCOMPARE(scene.events[1].type, WatchEvent::Type::Modified);
    QCOMPARE(scene.events[2].type, WatchEvent::Type::Deleted);
    QCOMPARE(scene.events[2].object, pod("a", "4"));
    QCOMPARE(scene.watch.resourceVersion(), u"4"_s);
}

void WatchTest::goesOnFromTheLastEventWhenItsTimeIsOver()
{
    Scene scene;
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("a", "17")));
    QVERIFY(scene.waitForEvents(1));
    scene.server.endStreams(kPods);
    QVERIFY(scene.waitForWatches(2));
    QCOMPARE(scene.asked(1, u"resourceVersion"_s), u"17"_s);
    QVERIFY(!scene.states.contains(State::Waiting));
}

void WatchTest::goesOnFromABookmark()
{
    Scene scene;
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("a", "17")) + bookmark("Pod", "400"));
    QVERIFY(scene.waitForEvents(1));
    QCOMPARE(scene.events.size(), size_t(1));
    scene.server.endStreams(kPods);
    QVERIFY(scene.waitForWatches(2));
    QCOMPARE(scene.asked(1, u"resourceVersion"_s), u"400"_s);
}

void WatchTest::aLineThatBreaksOffIsNotToldAndAskedForAgain()
{
    Scene scene;
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Running));
    scene.server.push(kPods, eventLine("ADDED", pod("a", "5")) + eventLine("ADDED", pod("b", "6")).left(40));
    QVERIFY(scene.waitForEvents(1));
    scene.server.breakStreams(kPods);
    QVERIFY(scene.waitForWatches(2));
    QCOMPARE(scene.asked(1, u"resourceVersion"_s), u"5"_s);
    scene.server.push(kPods, eventLine("ADDED", pod("b", "6")));
    QVERIFY(scene.waitForEvents(2));
    QCOMPARE(scene.events[1].object, pod("b", "6"));
}

void WatchTest::aGoneVersionIsSaid_data()
{
    QTest::addColumn<bool>("asEvent");
    QTest::newRow("by the status of the answer") << false;
    QTest::newRow("by an event") << true;
}

void WatchTest::aGoneVersionIsSaid()
{
    QFETCH(bool, asEvent);
    const TestAnswer event{.body = errorLine(410, "Expired", "too old resource version: 1 (400)"),
                           .form = TestAnswer::Form::Stream};
    const TestAnswer status{.status = 410, .body = TestServer::status(410, "Expired", "too old resource version")};
    Scene scene;
    scene.watches.answerNext(kPods, {asEvent ? event : status});
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Gone));
    QCOMPARE(scene.watches.watches(kPods).size(), 1);
    QVERIFY(scene.watch.problem()->detail.contains(u"too old resource version"_s));
    scene.watch.start(u"500"_s);
    QVERIFY(scene.waitFor(State::Running));
    QCOMPARE(scene.asked(1, u"resourceVersion"_s), u"500"_s);
}

void WatchTest::aRefusalIsNotTriedAgain_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {401, 403, 404, 405}) {
        QTest::addRow("%d", status) << status;
    }
}

void WatchTest::aRefusalIsNotTriedAgain()
{
    QFETCH(int, status);
    Scene scene;
    scene.watches.answerAlways(kPods,
                               {.status = status, .body = TestServer::status(status, "No", "pods may not be watched")});
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Refused));
    QTest::qWait(60); // three times the first wait
    QCOMPARE(scene.watches.watches(kPods).size(), 1);
    // A refused login is told with the way to log in again.
    QVERIFY(scene.watch.problem()->detail.startsWith(u"pods may not be watched"_s));
}

void WatchTest::waitsLongerAfterEachFailure()
{
    kube::BackOff backOff;
    kube::Pace pace;
    const auto next = [&] { return backOff.next(pace).count(); };
    pace.chance = [] { return 0.5; };
    QCOMPARE(next(), 800);
    QCOMPARE(next(), 1'600);
    QCOMPARE(next(), 3'200);
    for (int i = 0; i < 40; ++i) {
        next();
    }
    QCOMPARE(next(), 30'000);
    pace.chance = [] { return 0.0; };
    QCOMPARE(next(), 15'000);
    pace.chance = [] { return 1.0; };
    QCOMPARE(next(), 45'000);
    backOff.reset();
    QCOMPARE(next(), 1'200);
    QCOMPARE(backOff.next(pace, std::chrono::seconds(90)).count(), 90'000);
    QCOMPARE(backOff.next(pace, std::chrono::hours(9)).count(), 600'000);
}

void WatchTest::obeysRetryAfter()
{
    Scene scene;
    scene.watches.answerNext(kPods, {{.status = 429,
                                      .body = TestServer::status(429, "TooManyRequests", "slow down"),
                                      .headers = {{"Retry-After", "1"}}}});
    QElapsedTimer timer;
    timer.start();
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Waiting));
    QCOMPARE(scene.watch.problem()->kind, base::Error::Kind::Throttled);
    QVERIFY(scene.waitFor(State::Running));
    QVERIFY(timer.elapsed() >= 1'000);
}

void WatchTest::anErrorOfTheServerIsWaitedOut()
{
    Scene scene;
    const TestAnswer broken{.status = 500, .body = TestServer::status(500, "InternalError", "etcd is away")};
    const TestAnswer event{.body = errorLine(504, "Timeout", "etcd timed out"), .form = TestAnswer::Form::Stream};
    const TestAnswer refused{.fault = TestAnswer::Fault::ClosedUnanswered};
    scene.watches.answerNext(kPods, {broken, event, refused, refused});
    scene.watch.start(u"1"_s);
    QVERIFY(QTest::qWaitFor(
        [&] { return scene.watches.watches(kPods).size() == 5 && scene.watch.state() == State::Running; }, 10'000));
    QVERIFY(scene.states.contains(State::Waiting));
    QVERIFY(!scene.states.contains(State::Gone));
    QCOMPARE(scene.asked(4, u"resourceVersion"_s), u"1"_s);
}

void WatchTest::whatIsNoEventAgainAndAgainWantsANewList()
{
    Scene scene;
    scene.watches.answerAlways(kPods, {.body = "<html>\n", .form = TestAnswer::Form::Stream});
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Gone));
    QVERIFY(scene.watches.watches(kPods).size() > 1);
}

void WatchTest::silenceAfterBookmarksIsTakenForADeadConnection()
{
    kube::Pace pace = quickPace();
    pace.silence = std::chrono::milliseconds(150);
    Scene scene(pace);
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Running));
    QTest::qWait(300); // a kind that sends no bookmarks (events) may be silent for long
    QCOMPARE(scene.watches.watches(kPods).size(), 1);
    const int before = scene.server.connections();
    scene.server.push(kPods, bookmark("Pod", "9"));
    QVERIFY(QTest::qWaitFor([&] { return scene.watches.watches(kPods).size() == 2; }, 10'000));
    QCOMPARE(scene.asked(1, u"resourceVersion"_s), u"9"_s);
    QVERIFY(scene.server.connections() > before);
}

void WatchTest::reconnectsAtOnceWhenTold()
{
    kube::Pace pace = quickPace();
    pace.first = pace.longest = std::chrono::hours(1);
    Scene scene(pace);
    scene.watches.answerNext(kPods, {{.status = 500}});
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Waiting));
    scene.watch.reconnect();
    QVERIFY(scene.waitFor(State::Running));
    scene.watch.reconnect();
    QVERIFY(scene.waitForWatches(3));
}

void WatchTest::standsStillWhenStopped()
{
    Scene scene;
    scene.watch.start(u"1"_s);
    QVERIFY(scene.waitFor(State::Running));
    scene.watch.stop();
    QVERIFY(QTest::qWaitFor([&] { return scene.server.streams(kPods) == 0; }, 10'000));
    scene.watch.reconnect();
    QCOMPARE(scene.watch.state(), State::Idle);
    QCOMPARE(scene.watches.watches(kPods).size(), 1);
}

void WatchTest::manyWatchesOverHttp1LeaveRoomForLists()
{
    Scene scene;
    scene.server.answerJson(u"/version"_s, "{}");
    std::vector<std::unique_ptr<Watch>> many;
    for (int i = 0; i < 30; ++i) {
        many.push_back(
            std::make_unique<Watch>(*scene.client, u"/api/v1/kind%1"_s.arg(i), "application/json", quickPace()));
        many.back()->start(u"1"_s);
    }
    QVERIFY(QTest::qWaitFor([&] { return scene.server.streams() == 30; }, 10'000));
    QCOMPARE(get(*scene.client, {u"/version"_s, {}}).httpStatus, 200);
    for (const auto &watch : many) {
        QCOMPARE(watch->state(), State::Running);
    }
}

QTEST_GUILESS_MAIN(WatchTest)
#include "tst_watch.moc"
