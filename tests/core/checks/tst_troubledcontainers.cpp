#include "core/checks/shared/exits.h"
#include "core/checks/shared/logs.h"
#include "core/checks/shared/troubledcontainer.h"
#include "tests/support/casefile.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

namespace {

const QByteArray kRunning = "ready: true, restartCount: 0, state: {running: {startedAt: \"2026-11-23T11:00:00Z\"}}";
const QByteArray kUnready = "ready: false, restartCount: 0, state: {running: {startedAt: \"2026-11-23T11:00:00Z\"}}";
const QByteArray kWaiting = "ready: false, restartCount: 0, state: {waiting: {reason: ImagePullBackOff}}";
const QByteArray kCreating = "ready: false, restartCount: 0, state: {waiting: {reason: PodInitializing}}";
const QByteArray kDone = "ready: true, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed}}";
const QByteArray kLooping = "ready: true, restartCount: 5, state: {running: {startedAt: \"2026-11-23T11:59:50Z\"}}, "
                            "lastState: {terminated: {exitCode: 1, startedAt: \"2026-11-23T11:59:20Z\", "
                            "finishedAt: \"2026-11-23T11:59:30Z\"}}";
const QByteArray kNodeRestart =
    "ready: true, restartCount: 3, state: {running: {startedAt: \"2026-11-23T11:59:00Z\"}}, "
    "lastState: {terminated: {exitCode: 255, reason: Unknown, "
    "finishedAt: \"2026-11-23T11:58:00Z\"}}";

/// A Pod of init container `setup`, sidecar `mesh` and containers `web` and `helper`; an empty state = no such one.
struct States {
    QByteArray setup = {};
    QByteArray mesh = {};
    QByteArray web = {};
    QByteArray helper = {};
    QByteArray podStatus = "phase: Running";
    QByteArray podSpec = {};
};

QByteArray item(const char *name, const QByteArray &fields)
{
    return fields.isNull() ? QByteArray() : QByteArray("{name: ") + name + ", " + fields + "},";
}

QByteArray statusItem(const char *name, const QByteArray &state)
{
    return state.isEmpty() ? QByteArray() : item(name, state);
}

QByteArray specItem(const char *name, const QByteArray &state, const QByteArray &fields)
{
    return state.isNull() ? QByteArray() : item(name, fields);
}

QStringList troubled(const States &states)
{
    const QByteArray yaml =
        "now: \"2026-11-23T12:00:00Z\"\nobjects:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: web-1, namespace: "
        "shop}\n  spec: {" +
        states.podSpec + "nodeName: node1, initContainers: [" + specItem("setup", states.setup, "image: a:1") +
        specItem("mesh", states.mesh, "image: a:1, restartPolicy: Always") + "], containers: [" +
        specItem("web", states.web, "image: a:1") + specItem("helper", states.helper, "image: a:1") +
        "]}\n  status: {" + states.podStatus + ", initContainerStatuses: [" + statusItem("setup", states.setup) +
        statusItem("mesh", states.mesh) + "], containerStatuses: [" + statusItem("web", states.web) +
        statusItem("helper", states.helper) + "]}\n";
    const auto cluster = test::clusterFromYaml(yaml);
    if (!cluster)
        return {cluster.error().toString()};
    return checks::troubledContainers(**cluster, *(*cluster)->pod(u"shop"_s, u"web-1"_s));
}

} // namespace

class TestTroubledContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToLookAtWhenAllIsFine();
    void onlyTheInitContainerThatBlocks();
    void aSidecarBlocksUntilItHasStarted();
    void everyBrokenContainerInTheOrderOfTheSpec();
    void notReadyCountsOnlyWhereNothingIsBroken();
    void aLoopThatRunsJustNowIsTrouble();
    void aNodeRestartIsNone();
    void aFinishedJobIsFine();
    void aPodWithoutStatusHasNone();
    void theTellingLineIsShort();
    void exitCodesHaveTheirMeaning();
};

void TestTroubledContainers::nothingToLookAtWhenAllIsFine()
{
    QCOMPARE(troubled({.setup = kDone, .mesh = kRunning, .web = kRunning, .helper = kRunning}), QStringList());
}

void TestTroubledContainers::onlyTheInitContainerThatBlocks()
{
    QCOMPARE(troubled({.setup = kWaiting, .mesh = kCreating, .web = kCreating, .helper = kCreating}),
             QStringList{u"setup"_s});
    QCOMPARE(troubled({.setup = kUnready, .web = kCreating}), QStringList{u"setup"_s});
}

void TestTroubledContainers::aSidecarBlocksUntilItHasStarted()
{
    QCOMPARE(troubled({.setup = kDone, .mesh = kUnready + ", started: false", .web = kCreating}),
             QStringList{u"mesh"_s});
    QCOMPARE(troubled({.setup = kDone, .mesh = kRunning + ", started: true", .web = kWaiting}), QStringList{u"web"_s});
}

void TestTroubledContainers::everyBrokenContainerInTheOrderOfTheSpec()
{
    const QByteArray initialized = "phase: Running, conditions: [{type: Initialized, status: \"True\"}]";
    QCOMPARE(
        troubled({.setup = kDone, .mesh = kLooping, .web = kRunning, .helper = kWaiting, .podStatus = initialized}),
        (QStringList{u"mesh"_s, u"helper"_s}));
}

void TestTroubledContainers::notReadyCountsOnlyWhereNothingIsBroken()
{
    QCOMPARE(troubled({.web = kUnready, .helper = kRunning}), QStringList{u"web"_s});
    QCOMPARE(troubled({.web = kUnready, .helper = kWaiting}), QStringList{u"helper"_s});
}

void TestTroubledContainers::aLoopThatRunsJustNowIsTrouble()
{
    QCOMPARE(troubled({.web = kLooping}), QStringList{u"web"_s});
}

void TestTroubledContainers::aNodeRestartIsNone() { QCOMPARE(troubled({.web = kNodeRestart}), QStringList()); }

void TestTroubledContainers::aFinishedJobIsFine()
{
    const QByteArray phase = "phase: Succeeded";
    const QByteArray never = "restartPolicy: Never, ";
    QCOMPARE(troubled({.web = kDone, .podStatus = phase, .podSpec = never}), QStringList());
    QCOMPARE(troubled({.web = kDone}), QStringList{u"web"_s});
}

void TestTroubledContainers::aPodWithoutStatusHasNone()
{
    const QByteArray empty("");
    QCOMPARE(troubled({.setup = empty, .web = empty, .podStatus = "phase: Pending"}), QStringList());
}

void TestTroubledContainers::theTellingLineIsShort()
{
    QCOMPARE(checks::tellingLine(u"a\n\n"_s), u"a"_s);
    QCOMPARE(checks::tellingLine(u"ERROR one\nfine\r\n"_s), u"ERROR one"_s);
    QCOMPARE(checks::tellingLine(u"x"_s.repeated(1000)).size(), 240);
    const QString line = checks::tellingLine(u"x"_s.repeated(239) + QString::fromUcs4(U"\U0001F600y"));
    QCOMPARE(line, u"x"_s.repeated(239));
    QCOMPARE(checks::tellingLine(u" \n\t\n"_s), QString());
}

void TestTroubledContainers::exitCodesHaveTheirMeaning()
{
    QCOMPARE(checks::exitMeaning(137), u"SIGKILL"_s);
    QCOMPARE(checks::exitMeaning(143), u"SIGTERM"_s);
    QCOMPARE(checks::exitMeaning(126), u"not executable"_s);
    QCOMPARE(checks::exitMeaning(1), QString());
    QCOMPARE(checks::exitMeaning(128), QString());
}

QTEST_GUILESS_MAIN(TestTroubledContainers)
#include "tst_troubledcontainers.moc"
