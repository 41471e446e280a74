#include "core/model/cluster.h"
#include "tests/support/decoded.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;
using faultline::test::decoded;

/// What stands beside applications: budgets, autoscalers, volumes; and the fields of the other workloads.
class TestBeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBudgetIsReadInBothVersions_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("v1") << QByteArray("policy/v1");
        QTest::newRow("v1beta1") << QByteArray("policy/v1beta1");
    }

    void aBudgetIsReadInBothVersions()
    {
        QFETCH(QByteArray, version);
        const ClusterData data = decoded(R"json({"kind":"PodDisruptionBudget","apiVersion":")json" + version +
                                         R"json(","metadata":{"name":"web","namespace":"shop","generation":2},
            "spec":{"minAvailable":"50%","selector":{"matchLabels":{"app":"web"}}},
            "status":{"observedGeneration":2,"disruptionsAllowed":1,"currentHealthy":3,"desiredHealthy":2,"expectedPods":4,
              "conditions":[{"type":"DisruptionAllowed","status":"True","reason":"SufficientPods"}]}})json");
        const PodDisruptionBudget &budget = data.disruptionBudgets.at(0);
        QCOMPARE(budget.ref(), (ObjectRef{Kind::PodDisruptionBudget, u"shop"_s, u"web"_s}));
        QCOMPARE(budget.minAvailable, u"50%"_s);
        QVERIFY(budget.maxUnavailable.isNull());
        QCOMPARE(budget.selector.matchLabels.value(u"app"), u"web"_s);
        QVERIFY(budget.hasStatus);
        QCOMPARE(budget.disruptionsAllowed, 1);
        QCOMPARE(budget.currentHealthy, 3);
        QCOMPARE(budget.desiredHealthy, 2);
        QCOMPARE(budget.expectedPods, 4);
        QCOMPARE(budget.conditions.size(), size_t(1));
    }

    void aBudgetMayCountInNumbersAndHaveNoStatus()
    {
        const ClusterData data = decoded(
            R"json({"kind":"PodDisruptionBudget","apiVersion":"policy/v1","metadata":{"name":"web"},"spec":{"maxUnavailable":0}})json");
        QCOMPARE(data.disruptionBudgets.at(0).maxUnavailable, u"0"_s);
        QVERIFY(!data.disruptionBudgets.at(0).hasStatus);
    }

    void anAutoscalerOfTheFirstVersionHasItsConditionsInAnAnnotation()
    {
        const ClusterData data = decoded(
            QByteArray(
                R"json({"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v1","metadata":{"name":"web","annotations":{
              "autoscaling.alpha.kubernetes.io/conditions":"[{'type':'ScalingActive','status':'False','lastTransitionTime':'2026-11-23T10:00:00Z','reason':'FailedGetResourceMetric','message':'no'}]"}},
            "spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"},"maxReplicas":4,"targetCPUUtilizationPercentage":80},
            "status":{"currentReplicas":1,"desiredReplicas":2}})json")
                .replace('\'', QByteArray(1, '\\') + '"'));
        const HorizontalPodAutoscaler &autoscaler = data.autoscalers.at(0);
        QCOMPARE(autoscaler.targetVersion, u"apps/v1"_s);
        QCOMPARE(autoscaler.utilized, QStringList{u"cpu"_s});
        QCOMPARE(autoscaler.currentReplicas, 1);
        QCOMPARE(autoscaler.desiredReplicas, 2);
        const Condition *active = findCondition(autoscaler.conditions, u"ScalingActive");
        QVERIFY(active);
        QCOMPARE(active->reason, u"FailedGetResourceMetric"_s);
        QCOMPARE(active->lastTransition.toString(), u"2026-11-23T10:00:00Z"_s);
    }

    void anAutoscalerFollowsPercentagesOrValues_data()
    {
        QTest::addColumn<QByteArray>("metric");
        QTest::addColumn<QStringList>("utilized");
        QTest::newRow("v2 percent")
            << QByteArray(
                   R"json({"type":"Resource","resource":{"name":"memory","target":{"type":"Utilization","averageUtilization":70}}})json")
            << QStringList{u"memory"_s};
        QTest::newRow("v2 value")
            << QByteArray(
                   R"json({"type":"Resource","resource":{"name":"memory","target":{"type":"AverageValue","averageValue":"1Gi"}}})json")
            << QStringList();
        QTest::newRow("v2beta1")
            << QByteArray(R"json({"type":"Resource","resource":{"name":"cpu","targetAverageUtilization":50}})json")
            << QStringList{u"cpu"_s};
        QTest::newRow("external")
            << QByteArray(
                   R"json({"type":"External","external":{"metric":{"name":"q"},"target":{"type":"Value","value":"3"}}})json")
            << QStringList();
    }

    void anAutoscalerFollowsPercentagesOrValues()
    {
        QFETCH(QByteArray, metric);
        QFETCH(QStringList, utilized);
        const ClusterData data =
            decoded(R"json({"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","metadata":{"name":"web"},
            "spec":{"scaleTargetRef":{"kind":"Deployment","name":"web"},"maxReplicas":4,"metrics":[)json" +
                    metric + "]}}");
        QCOMPARE(data.autoscalers.at(0).utilized, utilized);
    }

    void claimsAndVolumesSayWhatMustFit()
    {
        const ClusterData data = decoded(R"json({"kind":"List","apiVersion":"v1","items":[
            {"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"c"},"spec":{"volumeMode":"Block","selector":{"matchLabels":{"disk":"ssd"}}}},
            {"kind":"PersistentVolume","apiVersion":"v1","metadata":{"name":"v"},"spec":{"capacity":{"storage":"5Gi"},"accessModes":["ReadWriteOnce"],"volumeMode":"Filesystem"}}]})json");
        QCOMPARE(data.claims.at(0).volumeMode, u"Block"_s);
        QCOMPARE(data.claims.at(0).selector.value(u"disk"), u"ssd"_s);
        QCOMPARE(data.volumes.at(0).capacity, u"5Gi"_s);
        QCOMPARE(data.volumes.at(0).accessModes, QStringList{u"ReadWriteOnce"_s});
        QCOMPARE(data.volumes.at(0).volumeMode, u"Filesystem"_s);
    }

    void theOtherWorkloadsHaveTheirOwnFields()
    {
        const ClusterData data = decoded(R"json({"kind":"List","apiVersion":"v1","items":[
            {"kind":"StatefulSet","apiVersion":"apps/v1","metadata":{"name":"db"},"spec":{"podManagementPolicy":"Parallel","updateStrategy":{"rollingUpdate":{"partition":2}}}},
            {"kind":"Job","apiVersion":"batch/v1","metadata":{"name":"j"},"spec":{"backoffLimit":3,"activeDeadlineSeconds":60}},
            {"kind":"CronJob","apiVersion":"batch/v1","metadata":{"name":"c"},"spec":{"concurrencyPolicy":"Forbid","timeZone":"Europe/Berlin"},
             "status":{"active":[{"kind":"Job","name":"c-1"}],"lastScheduleTime":"2026-11-23T10:00:00Z"}}]})json");
        QVERIFY(data.workloads.at(0).startsAllAtOnce);
        QCOMPARE(data.workloads.at(0).partition, 2);
        QCOMPARE(data.workloads.at(1).backoffLimit, 3);
        QCOMPARE(data.workloads.at(1).activeDeadlineSeconds, 60);
        QCOMPARE(data.workloads.at(2).concurrencyPolicy, u"Forbid"_s);
        QCOMPARE(data.workloads.at(2).timeZone, u"Europe/Berlin"_s);
        QCOMPARE(data.workloads.at(2).activeJobs, QStringList{u"c-1"_s});
        QCOMPARE(data.workloads.at(2).lastSchedule.toString(), u"2026-11-23T10:00:00Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestBeside)
#include "tst_beside.moc"
