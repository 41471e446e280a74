#include "core/topology/rollouthistory.h"
#include "tests/support/casefile.h"

#include <QtTest/QtTest>

using namespace faultline;
using namespace faultline::topology;
using namespace Qt::StringLiterals;

namespace {

QByteArray replicaSet(const QByteArray &name, int revision, int wanted, int ready, const QByteArray &image)
{
    return "- apiVersion: apps/v1\n  kind: ReplicaSet\n  metadata:\n    name: " + name +
           "\n    namespace: shop\n    annotations: {deployment.kubernetes.io/revision: \"" +
           QByteArray::number(revision) + "\", kubernetes.io/change-cause: \"to " + image +
           "\"}\n    ownerReferences: [{kind: Deployment, name: web, controller: true, apiVersion: apps/v1}]\n"
           "  spec:\n    replicas: " +
           QByteArray::number(wanted) + "\n    template: {spec: {containers: [{name: web, image: " + image +
           "}]}}\n  status: {readyReplicas: " + QByteArray::number(ready) + "}\n";
}

RolloutHistory historyOf(const QByteArray &objects,
                         const model::ObjectRef &object = {model::Kind::Deployment, u"shop"_s, u"web"_s})
{
    const QByteArray deployment =
        "objects:\n- {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: "
        "shop}, spec: {replicas: 2}}\n";
    const auto cluster = test::clusterFromYaml(deployment + objects);
    if (!cluster)
        qFatal("%s", qPrintable(cluster.error().toString()));
    return rolloutHistoryOf(**cluster, object);
}

} // namespace

class TestRolloutHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void revisionsAreInOrderWithWhatIsKnownOfThem()
    {
        const RolloutHistory history =
            historyOf(replicaSet("web-9", 9, 0, 0, "web:9") + replicaSet("web-10", 10, 1, 0, "web:10"));
        QCOMPARE(history.known, RolloutHistory::Known::Revisions);
        QCOMPARE(history.revisions.size(), size_t(2));
        QCOMPARE(history.revisions[0].number, 10);
        QCOMPARE(history.revisions[0].images, QStringList{u"web:10"_s});
        QCOMPARE(history.revisions[0].changeCause, u"to web:10"_s);
        QCOMPARE(history.revisions[1].number, 9);
    }

    void theNewestEarlierOneWithReadyPodsIsTheGoodOne()
    {
        const RolloutHistory history = historyOf(replicaSet("a", 1, 2, 2, "web:1") + replicaSet("b", 2, 0, 0, "web:2") +
                                                 replicaSet("c", 3, 1, 0, "web:3"));
        QCOMPARE(history.good, 2);
        QCOMPARE(history.because, RolloutHistory::Because::HasReadyPods);
        QVERIFY(!history.isNewestReady());
    }

    void withoutReadyPodsItIsTheOneBefore()
    {
        const RolloutHistory history = historyOf(replicaSet("a", 1, 0, 0, "web:1") + replicaSet("b", 2, 2, 2, "web:2"));
        QCOMPARE(history.good, 1);
        QCOMPARE(history.because, RolloutHistory::Because::OneBefore);
        QVERIFY(history.isNewestReady());
    }

    void aSingleRevisionHasNothingToCompareWith()
    {
        QCOMPARE(historyOf(replicaSet("a", 1, 2, 2, "web:1")).good, -1);
        QCOMPARE(historyOf({}).known, RolloutHistory::Known::NoReplicaSets);
    }

    void theHistoryOfAReplicaSetIsThatOfItsDeployment()
    {
        const auto history = historyOf(replicaSet("a", 1, 2, 2, "web:1"), {model::Kind::ReplicaSet, u"shop"_s, u"a"_s});
        QCOMPARE(history.workload.name, u"web"_s);
    }

    void whatIsNotReadIsSaid()
    {
        const QByteArray set = "- {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: shop}}\n";
        QCOMPARE(historyOf(set, {model::Kind::StatefulSet, u"shop"_s, u"db"_s}).known, RolloutHistory::Known::NotRead);
        QCOMPARE(historyOf({}, {model::Kind::Service, u"shop"_s, u"x"_s}).known, RolloutHistory::Known::None);
    }
};

QTEST_APPLESS_MAIN(TestRolloutHistory)
#include "tst_rollouthistory.moc"
