#include "core/source/livesource.h"
#include "tests/support/dial.h"
#include "tests/support/liveserver.h"
#include "tests/support/watchserver.h"
#include "tests/support/windowscene.h"
#include "ui/evidence/evidencepanel.h"
#include "ui/workloads/workloadpanel.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolButton>

using namespace faultline;
using namespace faultline::test;
using namespace faultline::ui;
using namespace Qt::StringLiterals;

/// The whole window on a server whose watches say what no API server says. Whatever it was, the window goes on, shows
/// what the server says next, and keeps the last good picture, marked, when nothing comes any more.
class HostileWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QSettings().clear(); }
    void theWindowOutlivesWhateverAWatchSays_data();
    void theWindowOutlivesWhateverAWatchSays();
    void theLastGoodPictureStaysAndIsMarked();
    void whatWasOddAboutTheServerIsSaidInTheWindow();
};

namespace {

const QString kPods = u"/api/v1/pods"_s;

const QByteArray kOwnedByReplicaSet =
    R"(,"labels":{"app":"web"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web-1","uid":"u-web-1","controller":true}])";

QByteArray podJson(const QByteArray &state, const QByteArray &version, const QByteArray &metadata = {},
                   const QByteArray &name = "web-1-a")
{
    const bool isFine = state.contains("running");
    const QByteArray ready = isFine ? "True" : "False";
    return R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + name + R"(","namespace":"shop","uid":"u-)" +
           name + R"(","resourceVersion":")" + version + "\"" + kOwnedByReplicaSet + metadata +
           R"(},"spec":{"nodeName":"n1","containers":[{"name":"app","image":"web:1"}]},)"
           R"("status":{"phase":"Running","podIP":"10.1.0.5","startTime":"2026-11-23T10:00:00Z",)"
           R"("conditions":[{"type":"Initialized","status":"True"},{"type":"PodScheduled","status":"True"},)"
           R"({"type":"ContainersReady","status":")" +
           ready + R"("},{"type":"Ready","status":")" + ready +
           R"("}],"containerStatuses":[{"name":"app","image":"web:1","restartCount":)" + (isFine ? "0" : "9") +
           R"(,"ready":)" + (isFine ? "true" : "false") + R"(,"state":{)" + state + "}}]}}";
}

const QByteArray kRunning = R"("running":{"startedAt":"2026-11-23T10:00:05Z"})";
const QByteArray kCrashing =
    R"("waiting":{"reason":"CrashLoopBackOff","message":"back-off 5m0s restarting failed container"}},)"
    R"("lastState":{"terminated":{"exitCode":3,"reason":"Error","startedAt":"2026-11-23T11:10:00Z","finishedAt":"2026-11-23T11:10:01Z"})";

/// One Deployment with one Pod, which runs.
struct Scene {
    Scene() : watches(server)
    {
        serveCluster(server);
        const QByteArray selector = R"("selector":{"matchLabels":{"app":"web"}},"replicas":1)";
        const QByteArray counts = R"("replicas":1,"readyReplicas":1,"availableReplicas":1)";
        server.answerJson(u"/apis/apps/v1/deployments"_s,
                          listOf("DeploymentList", "apps/v1",
                                 {item("web", ",\"spec\":{" + selector + "},\"status\":{" + counts + "}")}));
        server.answerJson(
            u"/apis/apps/v1/replicasets"_s,
            listOf(
                "ReplicaSetList", "apps/v1",
                {R"({"metadata":{"name":"web-1","namespace":"shop","uid":"u-web-1","labels":{"app":"web"},)"
                 R"("ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"web","uid":"u-web","controller":true}]},"spec":{)" +
                 selector + "},\"status\":{" + counts + "}}"}));
        list({podJson(kRunning, "7")}, "7");
        source::LiveRequest request = requestTo(server);
        request.pace.watch = quickPace();
        request.pace.batch = std::chrono::milliseconds(20);
        request.pace.grace = std::chrono::milliseconds(40);
        request.pace.pulse = std::chrono::milliseconds(20);
        request.pace.senses = dial.senses();
        window = makeWindow();
        window->openSource(std::make_unique<source::LiveSource>(request));
    }

    void list(const QByteArrayList &pods, const QByteArray &version)
    {
        server.answer(kPods, {.body = listOf("PodList", "v1", pods, R"({"resourceVersion":")" + version + "\"}"),
                              .headers = {{"Date", "Mon, 23 Nov 2026 11:17:05 GMT"}}});
    }

    bool waitFor(const std::function<bool()> &what) const { return QTest::qWaitFor(what, 20'000); }
    bool isLive() const { return window->investigation().live().state == source::Live::State::Running; }
    std::optional<guide::Health> health() const
    {
        for (const guide::Diagnosis &diagnosis : window->investigation().diagnoses()) {
            if (diagnosis.subject.name == "web"_L1)
                return diagnosis.health;
        }
        return std::nullopt;
    }

    Dial dial;
    TestServer server;
    WatchServer watches;
    std::unique_ptr<MainWindow> window;
};

QByteArray annotated(qsizetype bytes) { return R"(,"annotations":{"huge":")" + QByteArray(bytes, 'x') + "\"}"; }

} // namespace

void HostileWatchTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"FaultlineTest"_s);
    QCoreApplication::setApplicationName(u"FaultlineHostileWatchTest"_s);
    QSettings().clear();
    QTest::failOnWarning(QRegularExpression(u"."_s));
}

void HostileWatchTest::theWindowOutlivesWhateverAWatchSays_data()
{
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QByteArray &said) { QTest::newRow(name) << said; };
    const QByteArray fine = podJson(kRunning, "9");
    row("the same again and again", eventLine("ADDED", fine).repeated(50));
    row("an older version after a newer one",
        eventLine("MODIFIED", podJson(kRunning, "12")) + eventLine("MODIFIED", podJson(kRunning, "8")));
    row("a change of what was never there", eventLine("MODIFIED", podJson(kRunning, "9", {}, "ghost")));
    row("an end of what was never there", eventLine("DELETED", podJson(kRunning, "9", {}, "nobody")));
    row("an end before the beginning", eventLine("DELETED", fine) + eventLine("MODIFIED", fine));
    row("another object under the same name",
        eventLine("MODIFIED", QByteArray(fine).replace("\"u-web-1-a\"", "\"u-other\"")));
    row("a huge annotation", eventLine("MODIFIED", podJson(kRunning, "9", annotated(3 * 1024 * 1024))));
    row("a line of more than 4 MB", eventLine("MODIFIED", podJson(kRunning, "9", annotated(5 * 1024 * 1024))));
    row("a line without end", R"({"type":"MODIFIED","object":{"a":")" + QByteArray(5 * 1024 * 1024, 'x'));
    row("another kind",
        eventLine("ADDED", typedObject("v1", "Service", "web", "9", R"(,"spec":{"selector":{"app":"web"}})")));
    row("a kind nobody knows", eventLine("ADDED", typedObject("x.example/v9", "Thing", "web", "9")));
    row("an object without metadata", eventLine("ADDED", R"({"kind":"Pod","apiVersion":"v1"})"));
    row("nulls", eventLine("ADDED", R"({"kind":"Pod","apiVersion":"v1","metadata":null,"spec":null,"status":null})"));
    row("null for an object", eventLine("ADDED", "null"));
    row("a list for an object", eventLine("ADDED", "[[[]]]"));
    row("an object deep in itself",
        eventLine("ADDED", QByteArray("{\"a\":").repeated(3'000) + "1" + QByteArray("}").repeated(3'000)));
    row("an event of no known type", eventLine("EXPLODED", fine));
    row("an event in lower case", eventLine("added", fine));
    row("words", "I am no JSON\n");
    row("a page of a proxy", "<html><body>502 Bad Gateway</body></html>\n");
    row("empty lines", QByteArray("\n").repeated(10'000));
    row("zero bytes", QByteArray(1'000, '\0') + "\n");
    row("bad UTF-8", eventLine("MODIFIED", QByteArray(fine).replace("10.1.0.5", "\xff\xfe\xc0\x80")));
    row("names of no name", eventLine("ADDED", podJson(kRunning, "9", {}, R"(..\u0000/\u202e\u001b[31m<b>&amp;)")) +
                                eventLine("ADDED", podJson(kRunning, "9", {}, QByteArray(200'000, 'n'))));
    row("an error of the server", errorLine(500, "InternalError", "etcd is away"));
    row("a version that is gone", errorLine(410, "Expired", "too old resource version"));
    row("an error of no form", eventLine("ERROR", "\"no\""));
    row("a bookmark from the far future", bookmark("Pod", QByteArray("9").repeated(500)));
    row("a thousand Pods that come and go at once", [] {
        QByteArray all;
        for (int i = 0; i < 1'000; ++i)
            all += eventLine("ADDED", podJson(kCrashing, "9", {}, "p" + QByteArray::number(i)));
        for (int i = 0; i < 1'000; ++i)
            all += eventLine("DELETED", podJson(kCrashing, "9", {}, "p" + QByteArray::number(i)));
        return all;
    }());
}

void HostileWatchTest::theWindowOutlivesWhateverAWatchSays()
{
    QFETCH(QByteArray, said);
    Scene scene;
    QVERIFY(scene.waitFor([&] { return scene.isLive() && scene.health() == guide::Health::Fine; }));
    scene.server.push(kPods, said);
    QTest::qWait(100);
    QVERIFY(scene.health().has_value());

    // What it says next counts, by whichever way it can: the watch that goes on, or the list behind a new one.
    const QByteArray truth = podJson(kCrashing, "20");
    scene.list({truth}, "20");
    QVERIFY(scene.waitFor([&] {
        scene.server.push(kPods, eventLine("MODIFIED", truth));
        QTest::qWait(50);
        return scene.health() == guide::Health::Fault;
    }));
    QVERIFY(scene.waitFor([&] { return scene.isLive() && scene.window->investigation().isSettled(); }));
    const auto *list = scene.window->findChild<workloads::WorkloadPanel *>()->findChild<QAbstractItemView *>();
    QVERIFY(list->model()->rowCount() >= 1);
    QVERIFY(!isMarkedOld(*scene.window));
    scene.window->grab();
}

void HostileWatchTest::theLastGoodPictureStaysAndIsMarked()
{
    Scene scene;
    QVERIFY(scene.waitFor([&] { return scene.isLive() && scene.health() == guide::Health::Fine; }));
    scene.server.push(kPods, eventLine("MODIFIED", podJson(kCrashing, "9")));
    QVERIFY(scene.waitFor([&] { return scene.health() == guide::Health::Fault; }));

    // From now on every answer is a page of a proxy.
    scene.watches.setHandler([](const TestRequest &) {
        return TestAnswer{.status = 502, .body = "<html>Bad Gateway</html>", .contentType = "text/html"};
    });
    for (const TestRequest &request : scene.server.requests())
        scene.server.breakStreams(request.path);
    QVERIFY(scene.waitFor([&] { return isMarkedOld(*scene.window); }));
    QCOMPARE(scene.health(), std::optional(guide::Health::Fault));
    QVERIFY(!scene.window->investigation().diagnoses().empty());
    const QString why = scene.window->findChild<QToolButton *>(u"live"_s)->toolTip();
    QVERIFY2(why.contains(u"Nothing is heard from the server"_s), qPrintable(why));

    // A reload that fails leaves it, too.
    scene.window->investigation().reload();
    QVERIFY(scene.waitFor([&] { return scene.window->investigation().isStale(); }));
    QCOMPARE(scene.health(), std::optional(guide::Health::Fault));
    QVERIFY(isMarkedOld(*scene.window));
}

void HostileWatchTest::whatWasOddAboutTheServerIsSaidInTheWindow()
{
    Scene scene;
    scene.server.answerJson(u"/version"_s, R"({"major":"1","minor":"19","gitVersion":"v1.19.16"})");
    scene.server.answerJson(u"/api/v1/services"_s,
                            listOf("ServiceList", "v1", {R"({"metadata":{"namespace":"shop"}})", item("web")}));
    QVERIFY(scene.waitFor([&] { return scene.isLive() && scene.health().has_value(); }));
    auto *remarks = scene.window->findChild<QToolButton *>(u"remarks"_s);
    QVERIFY(remarks->isVisible());
    QVERIFY2(remarks->text().contains(u"2 remarks"_s), qPrintable(remarks->text()));
    QVERIFY(remarks->toolTip().contains(u"1.19, older than 1.20"_s));
    QVERIFY2(remarks->toolTip().contains(u"services"_s), qPrintable(remarks->toolTip()));
    remarks->click();
    auto *table = scene.window->findChild<QAbstractItemView *>(u"notChecked"_s);
    QVERIFY(table->isVisible());
    QVERIFY(table->model()->index(0, 1).data().toString().contains(u"services"_s));
    QVERIFY(table->model()->index(1, 1).data().toString().contains(u"older than 1.20"_s));
    picture(*scene.window, u"remarks-en-light"_s);
    scene.window->appearance().setScheme(SchemeChoice::Dark);
    picture(*scene.window, u"remarks-en-dark"_s);
    scene.window->appearance().setLanguage(base::Language::Chinese);
    QVERIFY(remarks->text().contains(u"2 条说明"_s));
    QVERIFY(remarks->toolTip().contains(u"早于 1.20"_s));
    picture(*scene.window, u"remarks-zh-dark"_s);
    scene.window->appearance().setScheme(SchemeChoice::Light);
    picture(*scene.window, u"remarks-zh-light"_s);
}

QTEST_MAIN(HostileWatchTest)
#include "tst_hostilewatch.moc"
