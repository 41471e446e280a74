#include "core/model/decode.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;

namespace {

/// One Pod with a plain init container `a`, a sidecar `side` and the containers `web` and `log`.
Pod podOf(const char *metadata, const char *status)
{
    const QByteArray json = QByteArray(R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"%1},
        "spec":{"initContainers":[{"name":"a","image":"x"},{"name":"side","image":"x","restartPolicy":"Always"}],
                "containers":[{"name":"web","image":"x"},{"name":"log","image":"x"}]},"status":{%2}})")
                                .replace("%1", metadata)
                                .replace("%2", status);
    ClusterData data;
    Decoder decoder(data);
    const auto summary = decoder.decode(json);
    if (!summary || !summary->warnings.isEmpty() || data.pods.size() != 1) {
        qFatal("the test's own Pod cannot be read: %s", json.constData());
    }
    return data.pods.front();
}

constexpr const char *kNoMetadata = "";
constexpr const char *kDeleted = R"(,"deletionTimestamp":"2026-11-23T11:17:05Z")";

} // namespace

class TestPodStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordIsThatOfKubectl_data()
    {
        QTest::addColumn<QString>("metadata");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *metadata, const char *status, const char *word) {
            QTest::newRow(name) << QString::fromLatin1(metadata) << QString::fromLatin1(status)
                                << QString::fromLatin1(word);
        };
        row("no status at all", kNoMetadata, "", "");
        row("phase alone", kNoMetadata, R"("phase":"Pending")", "Pending");
        row("reason above the phase", kNoMetadata, R"("phase":"Failed","reason":"Evicted")", "Evicted");
        row("scheduling gates", kNoMetadata,
            R"("phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}])",
            "SchedulingGated");
        row("first init container runs", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"running":{}}},{"name":"side","state":{"waiting":{"reason":"PodInitializing"}}}])",
            "Init:0/2");
        row("second init container waits", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"side","state":{"waiting":{"reason":"PodInitializing"}}}])",
            "Init:1/2");
        row("init container waits for a reason", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"waiting":{"reason":"ImagePullBackOff"}}}])",
            "Init:ImagePullBackOff");
        row("init container failed with a reason", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":1,"reason":"Error"}}}])",
            "Init:Error");
        row("init container failed with a code", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":3}}}])",
            "Init:ExitCode:3");
        row("init container was killed", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":137,"signal":9}}}])",
            "Init:Signal:9");
        row("a started sidecar is passed", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0}}},{"name":"side","started":true,"state":{"running":{}}}],"containerStatuses":[{"name":"web","state":{"waiting":{"reason":"ContainerCreating"}}}])",
            "ContainerCreating");
        row("a sidecar that has not started is not", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0}}},{"name":"side","started":false,"state":{"running":{}}}],"containerStatuses":[{"name":"web","state":{"waiting":{"reason":"PodInitializing"}}}])",
            "Init:1/2");
        row("an ordinary init container that has started is not passed", kNoMetadata,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","started":true,"state":{"running":{}}}])",
            "Init:0/2");
        row("a restarting sidecar of an initialized Pod", kNoMetadata,
            R"("phase":"Running","conditions":[{"type":"Initialized","status":"True"}],"initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0}}},{"name":"side","started":false,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}],"containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}])",
            "Init:CrashLoopBackOff");
        row("running", kNoMetadata,
            R"("phase":"Running","containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}])", "Running");
        row("running and not ready", kNoMetadata,
            R"("phase":"Running","containerStatuses":[{"name":"web","ready":false,"state":{"running":{}}}])",
            "Running");
        row("the first container has the last word", kNoMetadata,
            R"("phase":"Running","containerStatuses":[{"name":"log","state":{"waiting":{"reason":"CrashLoopBackOff"}}},{"name":"web","state":{"waiting":{"reason":"ImagePullBackOff"}}}])",
            "CrashLoopBackOff");
        row("exit code without a reason", kNoMetadata,
            R"("phase":"Failed","containerStatuses":[{"name":"web","state":{"terminated":{"exitCode":2}}}])",
            "ExitCode:2");
        row("signal without a reason", kNoMetadata,
            R"("phase":"Failed","containerStatuses":[{"name":"web","state":{"terminated":{"exitCode":139,"signal":11}}}])",
            "Signal:11");
        row("all completed", kNoMetadata,
            R"("phase":"Succeeded","containerStatuses":[{"name":"web","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}])",
            "Completed");
        row("one completed, one runs, Pod ready", kNoMetadata,
            R"("phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"log","state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"web","ready":true,"state":{"running":{}}}])",
            "Running");
        row("one completed, one runs, Pod not ready", kNoMetadata,
            R"("phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[{"name":"log","state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"web","ready":true,"state":{"running":{}}}])",
            "NotReady");
        row("deleted", kDeleted,
            R"("phase":"Running","containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}])",
            "Terminating");
        row("deleted while it starts", kDeleted,
            R"("phase":"Pending","initContainerStatuses":[{"name":"a","state":{"running":{}}}])", "Terminating");
        row("deleted and over", kDeleted,
            R"("phase":"Succeeded","containerStatuses":[{"name":"web","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}])",
            "Completed");
        row("deleted on a lost node", kDeleted, R"("phase":"Running","reason":"NodeLost")", "Unknown");
        row("on a lost node", kNoMetadata, R"("phase":"Running","reason":"NodeLost")", "NodeLost");
    }
    void theWordIsThatOfKubectl()
    {
        QFETCH(QString, metadata);
        QFETCH(QString, status);
        QFETCH(QString, word);
        QCOMPARE(podStatusWord(podOf(qPrintable(metadata), qPrintable(status))), word);
    }

    void readinessIsTheConditionAlone()
    {
        QVERIFY(podOf("", R"("conditions":[{"type":"Ready","status":"True"}])").isReady());
        QVERIFY(!podOf("", R"("conditions":[{"type":"Ready","status":"False"}])").isReady());
        QVERIFY(!podOf("", R"("containerStatuses":[{"name":"web","ready":true}])").isReady());
    }

    void aStatusIsFoundAmongContainersAndInitContainers()
    {
        const Pod pod = podOf("", R"("initContainerStatuses":[{"name":"a","restartCount":4}],
                                     "containerStatuses":[{"name":"web","restartCount":7}])");
        QCOMPARE(pod.status(u"a")->restartCount, 4);
        QCOMPARE(pod.status(u"web")->restartCount, 7);
        QVERIFY(pod.status(u"log") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestPodStatus)
#include "tst_pod_status.moc"
