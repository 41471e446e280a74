#include "core/model/decode.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;

namespace {

ClusterPtr clusterOf(const QByteArrayList &items)
{
    ClusterData data;
    Decoder decoder(data, u"shop"_s);
    const auto summary = decoder.decode(R"({"kind":"List","apiVersion":"v1","items":[)" + items.join(',') + "]}");
    if (!summary || !summary->warnings.isEmpty()) {
        qFatal("the test's own objects cannot be read");
    }
    return std::make_shared<const Cluster>(std::move(data));
}

/// `owner` is "Kind/name/uid" or empty.
QByteArray object(const char *kind, const char *apiVersion, const char *name, const char *uid, const QByteArray &owner,
                  const QByteArray &more = "")
{
    const QByteArrayList parts = owner.split('/');
    const QByteArray owners = owner.isEmpty()
                                  ? QByteArray()
                                  : R"(,"ownerReferences":[{"kind":")" + parts.at(0) + R"(","name":")" + parts.at(1) +
                                        R"(","uid":")" + parts.at(2) + R"(","controller":true}])";
    return QByteArray(R"({"kind":")") + kind + R"(","apiVersion":")" + apiVersion + R"(","metadata":{"name":")" + name +
           R"(","uid":")" + uid + R"(","namespace":"shop")" + owners + more + "}";
}

QByteArray deployment(const char *name, const char *uid)
{
    return object("Deployment", "apps/v1", name, uid, "") + "}";
}

QByteArray replicaSet(const char *name, const char *uid, const QByteArray &owner, int revision = 1)
{
    return object("ReplicaSet", "apps/v1", name, uid, owner,
                  R"(,"annotations":{"deployment.kubernetes.io/revision":")" + QByteArray::number(revision) + "\"}") +
           "}";
}

QByteArray pod(const char *name, const char *uid, const QByteArray &owner, const QByteArray &labels = "{}")
{
    return object("Pod", "v1", name, uid, owner, ",\"labels\":" + labels) + "}";
}

QByteArray boundPod(const char *name, const char *nameSpace, const char *node)
{
    return QByteArray(R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":")") + name + R"(","namespace":")" +
           nameSpace + R"("},"spec":{"nodeName":")" + node + "\"}}";
}

QByteArray eventOf(const char *name, const char *kind, const char *object, const char *uid, const char *time)
{
    return QByteArray(R"({"kind":"Event","apiVersion":"v1","metadata":{"namespace":"shop","name":")") + name +
           R"("},"involvedObject":{"kind":")" + kind + R"(","namespace":"shop","name":")" + object + R"(","uid":")" +
           uid + R"("},"lastTimestamp":")" + time + "\"}";
}

template <typename T> QStringList namesOf(const T &objects)
{
    QStringList names;
    for (const auto *each : objects) {
        names.append(each->meta.name);
    }
    return names;
}

const QByteArray kService =
    R"({"kind":"Service","apiVersion":"v1","metadata":{"name":"s","namespace":"shop"},"spec":{"selector":{"app":"web"}}})";

QByteArray slice(const char *name, const char *service)
{
    return QByteArray(
               R"({"kind":"EndpointSlice","apiVersion":"discovery.k8s.io/v1","metadata":{"namespace":"shop","name":")") +
           name + R"(","labels":{"kubernetes.io/service-name":")" + service + "\"}}}";
}

} // namespace

class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreSortedAndFoundByName()
    {
        const ClusterPtr cluster =
            clusterOf({pod("c", "3", ""), pod("a", "1", ""), pod("b", "2", ""), kService,
                       R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"z","namespace":"art"}})"});
        QStringList names;
        for (const Pod &each : cluster->podsIn(u"shop"_s)) {
            names.append(each.meta.name);
        }
        QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(cluster->podsIn(u"art"_s).size(), size_t{1});
        QCOMPARE(cluster->podsIn(u"none"_s).size(), size_t{0});
        QCOMPARE(cluster->pod(u"shop"_s, u"b"_s)->meta.uid, u"2"_s);
        QVERIFY(cluster->pod(u"art"_s, u"b"_s) == nullptr);
        QVERIFY(cluster->service(u"shop"_s, u"s"_s) != nullptr);
        QVERIFY(cluster->node(u"a"_s) == nullptr);
    }

    void podsAreFoundByTheirNode()
    {
        const ClusterPtr cluster = clusterOf(
            {boundPod("b", "shop", "n1"), boundPod("a", "web", "n1"), boundPod("c", "shop", "n2"), pod("d", "1", "")});
        QStringList names;
        for (const Pod *each : cluster->podsOnNode(u"n1"_s))
            names.append(each->meta.nameSpace + u'/' + each->meta.name);
        QCOMPARE(names, (QStringList{u"shop/b"_s, u"web/a"_s}));
        QCOMPARE(cluster->podsOnNode(u"n2"_s).size(), size_t{1});
        QVERIFY(cluster->podsOnNode(u""_s).empty());
    }

    void anObjectReadTwiceIsOneAndTheLaterOneCounts()
    {
        const ClusterPtr cluster = clusterOf({pod("a", "old", ""), pod("b", "x", ""), pod("a", "new", "")});
        QCOMPARE(cluster->data().pods.size(), size_t{2});
        QCOMPARE(cluster->pod(u"shop"_s, u"a"_s)->meta.uid, u"new"_s);
    }

    void existsAsksForEveryKind()
    {
        const ClusterPtr cluster =
            clusterOf({pod("a", "1", ""), kService, slice("s-1", "s"), deployment("d", "2"),
                       R"({"kind":"Node","apiVersion":"v1","metadata":{"name":"n"}})",
                       R"({"kind":"PersistentVolume","apiVersion":"v1","metadata":{"name":"pv"}})",
                       R"({"kind":"StorageClass","apiVersion":"storage.k8s.io/v1","metadata":{"name":"sc"}})",
                       R"({"kind":"IngressClass","apiVersion":"networking.k8s.io/v1","metadata":{"name":"ic"}})",
                       R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":"shop"}})",
                       R"({"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"cm"}})",
                       R"({"kind":"Secret","apiVersion":"v1","metadata":{"name":"sec"}})",
                       R"({"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"sa"}})",
                       R"({"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"pvc"}})",
                       R"({"kind":"ResourceQuota","apiVersion":"v1","metadata":{"name":"rq"}})",
                       R"({"kind":"LimitRange","apiVersion":"v1","metadata":{"name":"lr"}})",
                       R"({"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","metadata":{"name":"hpa"}})",
                       R"({"kind":"NetworkPolicy","apiVersion":"networking.k8s.io/v1","metadata":{"name":"np"}})",
                       R"({"kind":"Ingress","apiVersion":"networking.k8s.io/v1","metadata":{"name":"ing"}})",
                       R"({"kind":"Endpoints","apiVersion":"v1","metadata":{"name":"s"}})"});
        const std::vector<std::pair<Kind, QString>> present{{Kind::Pod, u"a"_s},
                                                            {Kind::Service, u"s"_s},
                                                            {Kind::EndpointSlice, u"s-1"_s},
                                                            {Kind::Deployment, u"d"_s},
                                                            {Kind::Node, u"n"_s},
                                                            {Kind::PersistentVolume, u"pv"_s},
                                                            {Kind::StorageClass, u"sc"_s},
                                                            {Kind::IngressClass, u"ic"_s},
                                                            {Kind::Namespace, u"shop"_s},
                                                            {Kind::ConfigMap, u"cm"_s},
                                                            {Kind::Secret, u"sec"_s},
                                                            {Kind::ServiceAccount, u"sa"_s},
                                                            {Kind::PersistentVolumeClaim, u"pvc"_s},
                                                            {Kind::ResourceQuota, u"rq"_s},
                                                            {Kind::LimitRange, u"lr"_s},
                                                            {Kind::HorizontalPodAutoscaler, u"hpa"_s},
                                                            {Kind::NetworkPolicy, u"np"_s},
                                                            {Kind::Ingress, u"ing"_s},
                                                            {Kind::Endpoints, u"s"_s}};
        for (const auto &[kind, name] : present) {
            QVERIFY2(cluster->exists({kind, isNamespaced(kind) ? u"shop"_s : QString(), name}),
                     qPrintable(kindName(kind)));
            QVERIFY(!cluster->exists({kind, u"shop"_s, u"gone"_s}));
        }
        QVERIFY(!cluster->exists({Kind::StatefulSet, u"shop"_s, u"d"_s}));
        QVERIFY(!cluster->exists({}));
    }

    void podsAreFoundDownTheOwnerChain()
    {
        const ClusterPtr cluster =
            clusterOf({deployment("d", "D"), replicaSet("d-2", "R2", "Deployment/d/D", 2),
                       replicaSet("d-1", "R1", "Deployment/d/D", 1), pod("p3", "3", "ReplicaSet/d-1/R1"),
                       pod("p1", "1", "ReplicaSet/d-2/R2"), pod("p2", "2", "ReplicaSet/d-2/R2"), pod("bare", "4", "")});
        const Workload *top = cluster->workload({Kind::Deployment, u"shop"_s, u"d"_s});
        QCOMPARE(namesOf(cluster->podsOf(*top)), (QStringList{u"p1"_s, u"p2"_s, u"p3"_s}));
        QCOMPARE(namesOf(cluster->workloadsOwnedBy(*top)), (QStringList{u"d-1"_s, u"d-2"_s}));
        QCOMPARE(cluster->podsOwnedBy(*top).size(), size_t{0});
        QCOMPARE(cluster->topWorkload(*cluster->pod(u"shop"_s, u"p3"_s)), top);
        QVERIFY(cluster->topWorkload(*cluster->pod(u"shop"_s, u"bare"_s)) == nullptr);
        QVERIFY(!cluster->isOwned(*top));
        QVERIFY(cluster->isOwned(*cluster->workload({Kind::ReplicaSet, u"shop"_s, u"d-1"_s})));
    }

    void ownersAreMatchedByNameWhereThereAreNoUids()
    {
        const ClusterPtr cluster =
            clusterOf({deployment("d", ""), replicaSet("r", "", "Deployment/d/"), pod("p", "", "ReplicaSet/r/")});
        const Workload *top = cluster->workload({Kind::Deployment, u"shop"_s, u"d"_s});
        QCOMPARE(namesOf(cluster->podsOf(*top)), QStringList{u"p"_s});
    }

    void aFormerOwnerOfTheSameNameDoesNotCount()
    {
        const ClusterPtr cluster = clusterOf({replicaSet("r", "new", ""), pod("p", "1", "ReplicaSet/r/old")});
        QVERIFY(cluster->topWorkload(*cluster->pod(u"shop"_s, u"p"_s)) == nullptr);
        QCOMPARE(cluster->podsOwnedBy(*cluster->workload({Kind::ReplicaSet, u"shop"_s, u"r"_s})).size(), size_t{0});
    }

    void ownersThatOwnEachOtherDoNotHangTheWalk()
    {
        const ClusterPtr cluster = clusterOf({replicaSet("a", "A", "ReplicaSet/b/B"),
                                              replicaSet("b", "B", "ReplicaSet/a/A"), pod("p", "1", "ReplicaSet/a/A")});
        QVERIFY(cluster->topWorkload(*cluster->pod(u"shop"_s, u"p"_s)) != nullptr);
        QCOMPARE(namesOf(cluster->podsOf(*cluster->workload({Kind::ReplicaSet, u"shop"_s, u"a"_s}))),
                 QStringList{u"p"_s});
    }

    void theNewestReplicaSetHasTheHighestRevisionAsANumber()
    {
        const ClusterPtr cluster =
            clusterOf({deployment("d", "D"), replicaSet("d-a", "1", "Deployment/d/D", 9),
                       replicaSet("d-b", "2", "Deployment/d/D", 10), replicaSet("d-c", "3", "Deployment/d/D", 2)});
        const Workload *top = cluster->workload({Kind::Deployment, u"shop"_s, u"d"_s});
        QCOMPARE(cluster->newestReplicaSet(*top)->meta.name, u"d-b"_s);
        QVERIFY(cluster->newestReplicaSet(*cluster->newestReplicaSet(*top)) == nullptr);
    }

    void aServiceSelectsPodsOfItsNamespaceThatCarryEveryPair()
    {
        const ClusterPtr cluster = clusterOf(
            {kService, pod("a", "1", "", R"({"app":"web","tier":"x"})"), pod("b", "2", "", R"({"app":"Web"})"),
             R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"c","namespace":"art","labels":{"app":"web"}}})",
             R"({"kind":"Service","apiVersion":"v1","metadata":{"name":"none"}})"});
        QCOMPARE(namesOf(cluster->podsSelectedBy(*cluster->service(u"shop"_s, u"s"_s))), QStringList{u"a"_s});
        QVERIFY(cluster->podsSelectedBy(*cluster->service(u"shop"_s, u"none"_s)).empty());
    }

    void endpointsStandInOnlyWhereAServiceHasNoSlice()
    {
        const QByteArray endpointsS =
            R"({"kind":"Endpoints","apiVersion":"v1","metadata":{"name":"s","namespace":"shop"},"subsets":[{},{}]})";
        const QByteArray endpointsT =
            R"({"kind":"Endpoints","apiVersion":"v1","metadata":{"name":"t","namespace":"shop"},"subsets":[{},{}]})";
        const QByteArray serviceT =
            R"({"kind":"Service","apiVersion":"v1","metadata":{"name":"t","namespace":"shop"}})";
        const ClusterPtr cluster =
            clusterOf({kService, serviceT, slice("s-2", "s"), slice("s-1", "s"), endpointsS, endpointsT});
        QCOMPARE(namesOf(cluster->slicesOf(*cluster->service(u"shop"_s, u"s"_s))), (QStringList{u"s-1"_s, u"s-2"_s}));
        const auto &fallback = cluster->slicesOf(*cluster->service(u"shop"_s, u"t"_s));
        QCOMPARE(fallback.size(), size_t{2});
        QCOMPARE(fallback.front()->kind, Kind::Endpoints);
    }

    void eventsAreThoseOfThisVeryObjectOldestFirst()
    {
        const ClusterPtr cluster =
            clusterOf({pod("p", "now-uid", ""), eventOf("late", "Pod", "p", "now-uid", "2026-11-23T11:03:00Z"),
                       eventOf("former", "Pod", "p", "old-uid", "2026-11-23T11:02:00Z"),
                       eventOf("early", "Pod", "p", "now-uid", "2026-11-23T11:01:00Z"),
                       eventOf("nameless", "Pod", "p", "", "2026-11-23T11:02:00Z"),
                       eventOf("static", "Pod", "p", "0123456789abcdef0123456789abcdef", "2026-11-23T11:02:30Z"),
                       eventOf("gone", "Pod", "deleted", "any", "2026-11-23T11:02:00Z"),
                       eventOf("set", "ReplicaSet", "p", "now-uid", "2026-11-23T11:02:00Z")});
        QCOMPARE(namesOf(cluster->eventsOf({Kind::Pod, u"shop"_s, u"p"_s})),
                 (QStringList{u"early"_s, u"nameless"_s, u"static"_s, u"late"_s}));
        QCOMPARE(namesOf(cluster->eventsOf({Kind::Pod, u"shop"_s, u"deleted"_s})), QStringList{u"gone"_s});
        QVERIFY(cluster->eventsOf({Kind::Pod, u"shop"_s, u"never"_s}).empty());
    }

    void eventsOfANodeCarryItsNameForAUid()
    {
        const ClusterPtr cluster = clusterOf(
            {R"({"kind":"Node","apiVersion":"v1","metadata":{"name":"n","uid":"11111111-2222"}})",
             R"({"kind":"Event","apiVersion":"v1","metadata":{"name":"e","namespace":"default"},"involvedObject":{"kind":"Node","name":"n","uid":"n"}})"});
        QCOMPARE(cluster->eventsOf({Kind::Node, {}, u"n"_s}).size(), size_t{1});
    }

    void aKindIsSeenUnlessSaidOtherwise()
    {
        ClusterData data;
        data.unseen.insert_or_assign(Kind::Node, Unseen{Unseen::Reason::Forbidden, u"no"_s});
        const Cluster cluster(std::move(data));
        QVERIFY(cluster.sees(Kind::Pod));
        QVERIFY(!cluster.sees(Kind::Node));
        QCOMPARE(cluster.unseen(Kind::Node)->detail, u"no"_s);
    }

    void logsAreAddedInACopy()
    {
        const ClusterPtr before = clusterOf({pod("p", "1", "")});
        const LogKey key{u"shop"_s, u"p"_s, u"web"_s, false};
        const LogKey previous{u"shop"_s, u"p"_s, u"web"_s, true};
        const Cluster after(withLogs(*before, {{key, {LogText::State::Text, u"hello"_s}}}));
        QCOMPARE(before->log(key).state, LogText::State::NotFetched);
        QCOMPARE(after.log(key).text, u"hello"_s);
        QCOMPARE(after.log(previous).state, LogText::State::NotFetched);
        QVERIFY(after.pod(u"shop"_s, u"p"_s) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
