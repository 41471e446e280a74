#include "core/model/changes.h"
#include "core/model/clusterlists.h"
#include "tests/support/decoded.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::model;
using faultline::test::decoded;

namespace {

QByteArray object(const QByteArray &kind, const QByteArray &name, const QByteArray &version,
                  const QByteArray &meta = "", const QByteArray &rest = "")
{
    const QByteArray api = kind == "Deployment" || kind == "ReplicaSet" ? "apps/v1"
                           : kind == "HTTPRoute"                        ? "gateway.networking.k8s.io/v1"
                                                                        : "v1";
    return R"({"apiVersion":")" + api + R"(","kind":")" + kind + R"(","metadata":{"namespace":"shop","name":")" + name +
           R"(","uid":"u-)" + name + R"(","resourceVersion":")" + version + "\"" + meta + "}" + rest + "}";
}

QByteArray listOf(const QByteArrayList &objects)
{
    return R"({"apiVersion":"v1","kind":"List","items":[)" + objects.join(',') + "]}";
}

QByteArray ownedBy(const QByteArray &kind, const QByteArray &name)
{
    return R"(,"labels":{"app":"web"},"ownerReferences":[{"controller":true,"kind":")" + kind + R"(","name":")" + name +
           R"(","uid":"u-)" + name + "\"}]";
}

Cluster clusterOf(const QByteArrayList &objects) { return Cluster(decoded(listOf(objects))); }

Changes changed(const QByteArrayList &objects)
{
    Changes changes;
    changes.objects = decoded(listOf(objects));
    return changes;
}

const ObjectRef kWeb{Kind::Deployment, u"shop"_s, u"web"_s};
const ObjectRef kPod{Kind::Pod, u"shop"_s, u"web-1"_s};

/// What `look` at the cluster notes.
template <typename Look> Reads readsOf(const Cluster &cluster, Look look)
{
    Reads reads;
    {
        const Recording recording(reads);
        look(cluster);
    }
    reads.seal();
    return reads;
}

} // namespace

class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreAddedReplacedAndTakenOut();
    void aNewResourceVersionAloneIsNoDifference();
    void aListThatIsReadAgainTellsWhatIsGone();
    void theLastWordAboutAnObjectCounts();
    void aListVoidsWhatWasSaidOfItsKindBefore();
    void endpointsAreReplacedWithAllTheirSubsets();
    void aTrialHoldsWhileWhatItWentByIsTheSame();
    void timeDoesNotGoBack();
    void aKindThatMayNotBeReadAnyMoreIsUnseenAndTouchesAll();
    void logsOfAPodStayUntilItsContainersRunAnew();
    void onlyWhatWasLookedAtIsTouched();
    void aPodTouchesItsOwnersItsNodeAndWhoeverSelectsIt();
    void anOwnerThatAppearsTouchesWhoeverLookedForIt();
    void askingForTheTimeIsNoted();
    void lookingAtAllDataIsTouchedByAnything();
};

void ChangesTest::objectsAreAddedReplacedAndTakenOut()
{
    const Cluster before = clusterOf({object("Pod", "a", "1"), object("Pod", "b", "1"), object("Service", "s", "1")});
    Changes changes =
        changed({object("Pod", "b", "2", "", R"(,"status":{"phase":"Running"})"), object("Pod", "c", "3")});
    changes.gone = {{Kind::Pod, u"shop"_s, u"a"_s}};
    const Next next = nextOf(before, changes);
    QCOMPARE(next.cluster->data().pods.size(), size_t(2));
    QVERIFY(next.cluster->pod(u"shop"_s, u"a"_s) == nullptr);
    QCOMPARE(next.cluster->pod(u"shop"_s, u"b"_s)->phase, u"Running"_s);
    QVERIFY(next.cluster->pod(u"shop"_s, u"c"_s) != nullptr);
    QVERIFY(next.cluster->service(u"shop"_s, u"s"_s) != nullptr);
    QCOMPARE(next.changed.size(), size_t(3));
    QCOMPARE(before.data().pods.size(), size_t(2));
}

void ChangesTest::aNewResourceVersionAloneIsNoDifference()
{
    const QByteArray data = R"(,"data":{"k":"v"})";
    const Cluster before = clusterOf({object("ConfigMap", "leader", "1", "", data)});
    const Next next = nextOf(before, changed({object("ConfigMap", "leader", "2", "", data)}));
    QVERIFY(next.changed.empty());
    QVERIFY(next.touched.isNothing());
    QCOMPARE(next.cluster->configMap(u"shop"_s, u"leader"_s)->meta.resourceVersion, u"2"_s);
}

void ChangesTest::aListThatIsReadAgainTellsWhatIsGone()
{
    const Cluster before = clusterOf(
        {object("Deployment", "web", "1"), object("ReplicaSet", "web-x", "1"), object("Deployment", "old", "1")});
    Changes changes = changed({object("Deployment", "web", "1"), object("Deployment", "new", "5")});
    changes.relisted = {Kind::Deployment};
    const Next next = nextOf(before, changes);
    const std::vector<ObjectRef> expected{{Kind::Deployment, u"shop"_s, u"new"_s},
                                          {Kind::Deployment, u"shop"_s, u"old"_s}};
    QCOMPARE(next.changed, expected);
    QCOMPARE(next.cluster->data().workloads.size(), size_t(3)); // the ReplicaSet stands in the same list, and stays
}

void ChangesTest::theLastWordAboutAnObjectCounts()
{
    std::vector<Changes> all{changed({object("Pod", "a", "1")}), {}, changed({object("Pod", "b", "1")}), {}};
    all[1].gone = {{Kind::Pod, u"shop"_s, u"a"_s}};
    all[3].gone = {{Kind::Pod, u"shop"_s, u"b"_s}};
    all.push_back(changed({object("Pod", "b", "7")}));
    const Changes one = coalesced(all);
    QCOMPARE(one.gone.size(), size_t(1));
    QCOMPARE(one.gone.front().name, u"a"_s);
    QCOMPARE(one.objects.pods.size(), size_t(1));
    QCOMPARE(one.objects.pods.front().meta.resourceVersion, u"7"_s);
}

void ChangesTest::aListVoidsWhatWasSaidOfItsKindBefore()
{
    std::vector<Changes> all{changed({object("Pod", "a", "1"), object("Service", "s", "1")}),
                             changed({object("Pod", "b", "2")})};
    all[1].relisted = {Kind::Pod};
    const Changes one = coalesced(all);
    QCOMPARE(one.objects.pods.size(), size_t(1));
    QCOMPARE(one.objects.pods.front().meta.name, u"b"_s);
    QCOMPARE(one.objects.services.size(), size_t(1));
    QVERIFY(one.relisted.contains(Kind::Pod));
}

void ChangesTest::endpointsAreReplacedWithAllTheirSubsets()
{
    const auto endpoints = [](const QByteArray &version, const QByteArray &subsets) {
        return object("Endpoints", "web", version, "", R"(,"subsets":[)" + subsets + "]");
    };
    const QByteArray one = R"({"addresses":[{"ip":"10.0.0.1"}],"ports":[{"port":80}]})";
    const QByteArray two = R"({"addresses":[{"ip":"10.0.0.2"}],"ports":[{"port":81}]})";
    const Cluster before = clusterOf({object("Service", "web", "1"), endpoints("1", one + ',' + two)});
    QCOMPARE(before.slicesOf(*before.service(u"shop"_s, u"web"_s)).size(), size_t(2));
    const Next next = nextOf(before, changed({endpoints("2", two)}));
    const auto &slices = next.cluster->slicesOf(*next.cluster->service(u"shop"_s, u"web"_s));
    QCOMPARE(slices.size(), size_t(1));
    QCOMPARE(slices.front()->endpoints.front().addresses, QStringList{u"10.0.0.2"_s});
    const Reads reads = readsOf(before, [](const Cluster &c) { c.slicesOf(*c.service(u"shop"_s, u"web"_s)); });
    QVERIFY(reads.isTouchedBy(next.touched));
}

void ChangesTest::aTrialHoldsWhileWhatItWentByIsTheSame()
{
    const auto pod = [](const QByteArray &name, const QByteArray &phase) {
        return object("Pod", name, phase == "Running" ? "1" : "2", "", R"(,"status":{"phase":")" + phase + "\"}");
    };
    ClusterData data = decoded(listOf({pod("web-1", "Running"), pod("web-2", "Running"), object("Service", "web", "1"),
                                       object("ConfigMap", "settings", "1")}));
    TrialKey ofPod;
    ofPod.object = kPod;
    TrialKey ofService;
    ofService.way = TrialWay::ServiceProxy;
    ofService.object = {Kind::Service, u"shop"_s, u"web"_s};
    TrialKey ofGateway;
    ofGateway.way = TrialWay::Public;
    ofGateway.object = {Kind::Gateway, u"edge"_s, u"gw"_s};
    data.trials = {{ofPod, {}}, {ofService, {}}, {ofGateway, {}}};
    const Cluster before(std::move(data));
    const auto after = [&](const QByteArrayList &objects) {
        return nextOf(before, changed(objects)).cluster->trials();
    };
    QCOMPARE(after({object("ConfigMap", "settings", "2", "", R"(,"data":{"a":"b"})")}).size(), size_t(3));
    // Another Pod of the namespace: it may be the one behind the Service.
    const auto otherPod = after({pod("web-2", "Failed")});
    QVERIFY(otherPod.contains(ofPod) && !otherPod.contains(ofService));
    QVERIFY(after({pod("web-1", "Failed")}).empty());
    // A Gateway serves routes of any namespace.
    const auto route = after({object("HTTPRoute", "web", "2", "", R"(,"spec":{"hostnames":["shop.example"]})")});
    QVERIFY(route.contains(ofPod) && !route.contains(ofGateway));
    QVERIFY(!otherPod.contains(ofGateway));
    const auto service = after({object("Service", "web", "2", "", R"(,"spec":{"selector":{"a":"b"}})")});
    QVERIFY(service.contains(ofPod) && !service.contains(ofService));
    const Reads reads = readsOf(before, [](const Cluster &cluster) { cluster.trials(); });
    QVERIFY(reads.isTouchedBy(nextOf(before, changed({pod("web-1", "Failed")})).touched));
}

void ChangesTest::timeDoesNotGoBack()
{
    ClusterData data;
    data.now = {5'000};
    const Cluster before(std::move(data));
    Changes changes;
    changes.now = {4'000};
    QCOMPARE(nextOf(before, changes).cluster->now().ms, 5'000);
    changes.now = {6'000};
    const Next next = nextOf(before, changes);
    QCOMPARE(next.cluster->now().ms, 6'000);
    QVERIFY(next.touched.isNothing());
}

void ChangesTest::aKindThatMayNotBeReadAnyMoreIsUnseenAndTouchesAll()
{
    const Cluster before = clusterOf({object("Pod", "a", "1"), object("Service", "s", "1")});
    Changes changes;
    changes.unseen[Kind::Pod] = {Unseen::Reason::Forbidden, u"no"_s};
    const Next next = nextOf(before, changes);
    QVERIFY(!next.cluster->sees(Kind::Pod));
    QVERIFY(next.cluster->data().pods.empty());
    const Reads reads = readsOf(before, [](const Cluster &c) { c.node(u"n"_s); });
    QVERIFY(reads.isTouchedBy(next.touched));
}

void ChangesTest::logsOfAPodStayUntilItsContainersRunAnew()
{
    const auto pod = [](const QByteArray &version, const QByteArray &restarts, const QByteArray &label) {
        return object("Pod", "web-1", version, R"(,"labels":{"x":")" + label + "\"}",
                      R"(,"status":{"containerStatuses":[{"name":"app","restartCount":)" + restarts + "}]}");
    };
    const LogKey key{u"shop"_s, u"web-1"_s, u"app"_s, false};
    const Cluster empty = clusterOf({pod("1", "0", "a")});
    Changes fetched;
    fetched.logs[key] = {LogText::State::Text, u"hello"_s};
    const Next withLog = nextOf(empty, fetched);
    QCOMPARE(withLog.cluster->log(key).text, u"hello"_s);
    QVERIFY(readsOf(empty, [&](const Cluster &c) { c.log(key); }).isTouchedBy(withLog.touched));
    const Next labelled = nextOf(*withLog.cluster, changed({pod("2", "0", "b")}));
    QCOMPARE(labelled.cluster->log(key).text, u"hello"_s);
    const Next restarted = nextOf(*labelled.cluster, changed({pod("3", "1", "b")}));
    QCOMPARE(restarted.cluster->log(key).state, LogText::State::NotFetched);
    Changes deleted;
    deleted.gone = {kPod};
    QVERIFY(nextOf(*labelled.cluster, deleted).cluster->data().logs.empty());
}

void ChangesTest::onlyWhatWasLookedAtIsTouched()
{
    const Cluster before = clusterOf({object("Pod", "a", "1"), object("Pod", "b", "1"), object("ConfigMap", "c", "1")});
    const Next next = nextOf(before, changed({object("Pod", "a", "2", "", R"(,"status":{"phase":"Failed"})")}));
    const auto touches = [&](auto look) { return readsOf(before, look).isTouchedBy(next.touched); };
    QVERIFY(touches([](const Cluster &c) { c.pod(u"shop"_s, u"a"_s); }));
    QVERIFY(touches([](const Cluster &c) { c.podsIn(u"shop"_s); }));
    QVERIFY(touches([](const Cluster &c) { c.pods(); }));
    QVERIFY(touches([](const Cluster &c) { c.eventsOf({Kind::Pod, u"shop"_s, u"a"_s}); }));
    QVERIFY(!touches([](const Cluster &c) { c.pod(u"shop"_s, u"b"_s); }));
    QVERIFY(!touches([](const Cluster &c) { c.podsIn(u"other"_s); }));
    QVERIFY(!touches([](const Cluster &c) { c.configMap(u"shop"_s, u"c"_s); }));
    QVERIFY(!touches([](const Cluster &c) { c.configMap(u"shop"_s, u"a"_s); }));
}

void ChangesTest::aPodTouchesItsOwnersItsNodeAndWhoeverSelectsIt()
{
    const QByteArray service = R"(,"spec":{"selector":{"app":"web"}})";
    const QByteArray otherService = R"(,"spec":{"selector":{"app":"api"}})";
    const Cluster before =
        clusterOf({object("Deployment", "web", "1"), object("ReplicaSet", "web-x", "1", ownedBy("Deployment", "web")),
                   object("Deployment", "api", "1"), object("Service", "web", "1", "", service),
                   object("Service", "api", "1", "", otherService)});
    const Next next = nextOf(
        before, changed({object("Pod", "web-1", "9", ownedBy("ReplicaSet", "web-x"), R"(,"spec":{"nodeName":"n1"})")}));
    const auto touches = [&](auto look) { return readsOf(before, look).isTouchedBy(next.touched); };
    QVERIFY(touches([](const Cluster &c) { c.podsOf(*c.workload(kWeb)); }));
    QVERIFY(touches([](const Cluster &c) { c.podsOnNode(u"n1"_s); }));
    QVERIFY(touches([](const Cluster &c) { c.podsSelectedBy(*c.service(u"shop"_s, u"web"_s)); }));
    QVERIFY(!touches([](const Cluster &c) { c.podsOf(*c.workload({Kind::Deployment, u"shop"_s, u"api"_s})); }));
    QVERIFY(!touches([](const Cluster &c) { c.podsOnNode(u"n2"_s); }));
    QVERIFY(!touches([](const Cluster &c) { c.podsSelectedBy(*c.service(u"shop"_s, u"api"_s)); }));
}

void ChangesTest::anOwnerThatAppearsTouchesWhoeverLookedForIt()
{
    const Cluster before = clusterOf({object("Pod", "web-1", "1", ownedBy("ReplicaSet", "web-x"))});
    const Reads reads = readsOf(before, [](const Cluster &c) { c.topWorkload(c.data().pods.front()); });
    QVERIFY(reads.hasReadEverything()); // by data(); the pod alone is looked at here:
    const Pod &pod = *before.pod(u"shop"_s, u"web-1"_s);
    const Reads upwards = readsOf(before, [&](const Cluster &c) { c.topWorkload(pod); });
    QVERIFY(upwards.isTouchedBy(nextOf(before, changed({object("ReplicaSet", "web-x", "1")})).touched));
    QVERIFY(!upwards.isTouchedBy(nextOf(before, changed({object("ReplicaSet", "api-x", "1")})).touched));
}

void ChangesTest::askingForTheTimeIsNoted()
{
    const Cluster cluster = clusterOf({object("Pod", "a", "1")});
    QVERIFY(readsOf(cluster, [](const Cluster &c) { c.now(); }).hasReadClock());
    QVERIFY(!readsOf(cluster, [](const Cluster &c) { c.pods(); }).hasReadClock());
}

void ChangesTest::lookingAtAllDataIsTouchedByAnything()
{
    const Cluster before = clusterOf({object("Pod", "a", "1")});
    const Reads reads = readsOf(before, [](const Cluster &c) { c.data(); });
    QVERIFY(reads.isTouchedBy(nextOf(before, changed({object("Service", "s", "1")})).touched));
    QVERIFY(!reads.isTouchedBy(nextOf(before, {}).touched));
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "tst_changes.moc"
