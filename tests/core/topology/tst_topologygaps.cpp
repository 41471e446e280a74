#include "tests/core/topology/shop.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::test;

/// What is not there, where an arrow leads, and what stands first.
class TopologyGapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAFindingSaysIsMissingIsDrawnWithItsNearMiss()
    {
        Shop shop;
        shop.addPod(u"web-2-a"_s, u"web-2"_s, u"CreateContainerConfigError"_s);
        model::ConfigMap near;
        near.meta = Shop::meta(u"settings"_s);
        shop.data().configMaps = {near};
        const ObjectRef pod{Kind::Pod, u"shop"_s, u"web-2-a"_s};
        const checks::Facts facts{{checks::fact::missingKind, u"ConfigMap"_s},
                                  {checks::fact::missingName, u"setings"_s},
                                  {checks::fact::similar, u"settings"_s}};
        const Topology made = topologyOf(shop, diagnosis({finding(Layer::Pods, pod, facts)}));
        QVERIFY(itemsOf(made).contains(u"ConfigMap/shop/setings MISSING similar:settings [fault]"_s));
        QCOMPARE(made.items.back().object.toString(), u"ConfigMap/shop/settings"_s);
        QVERIFY(made.items.back().nearMiss);
        QCOMPARE(linksOf(made, Link::Kind::Names), QStringList{u"Pod/shop/web-2-a -> ConfigMap/shop/setings  != "_s});
        QCOMPARE(linksOf(made, Link::Kind::PerhapsIs),
                 QStringList{u"ConfigMap/shop/setings -> ConfigMap/shop/settings settings ~ "_s});

        shop.data().configMaps.clear(); // nothing to point at
        const Topology alone = topologyOf(shop, diagnosis({finding(Layer::Pods, pod, facts)}));
        QCOMPARE(linksOf(alone, Link::Kind::PerhapsIs), QStringList());
    }

    void arrowsKnowTheirWaysAndThePlaceThatIsWrong()
    {
        Shop shop;
        shop.addPod(u"web-2-a"_s, u"web-2"_s);
        shop.data().services.edit(0).selector = {{u"app"_s, u"wbe"_s}};
        model::Ingress &ingress = shop.data().ingresses.edit(0);
        ingress.paths.front().host = u"shop.example"_s;
        ingress.paths.front().path = u"/"_s;
        ingress.paths.push_back(ingress.paths.front());
        ingress.paths.back().path = u"/api"_s;
        const Topology made = topologyOf(shop, diagnosis({finding(Layer::Service, kService)}));
        QCOMPARE(made.links[0].ways, (QStringList{u"shop.example/"_s, u"shop.example/api"_s}));
        QCOMPARE(made.links[0].place.field, u"spec.rules[0].http.paths[0].backend.service.port.number"_s);
        QCOMPARE(made.links[1].place.object, kService);
        QCOMPARE(made.links[1].place.field, u"spec.selector.app"_s);
        QCOMPARE(made.failingObject, kService);
        QCOMPARE(made.failingState, LayerState::Fault);
    }

    void whatCouldNotBeReadIsNotNothing()
    {
        Shop shop;
        shop.addPod(u"web-2-a"_s, u"web-2"_s);
        shop.data().services.clear();
        shop.data().unseen[Kind::Service] = {model::Unseen::Reason::Forbidden, {}};
        shop.data().unseen[Kind::Ingress] = {model::Unseen::Reason::NotInInput, {}};
        guide::Diagnosis blind = diagnosis();
        blind.walks.clear();
        const Topology made = topologyOf(shop, blind);
        const auto unread = std::count_if(made.items.begin(), made.items.end(),
                                          [](const Item &item) { return item.unread.has_value(); });
        QCOMPARE(unread, 1);
        QCOMPARE(made.items.back().object.kind, Kind::Service);
        QCOMPARE(made.items.back().state, LayerState::NotChecked);
    }

    void theWorstGroupStandsFirst()
    {
        Shop shop;
        shop.addPod(u"web-2-a"_s, u"web-2"_s, u"AAA"_s);
        shop.addPod(u"web-2-b"_s, u"web-2"_s);
        shop.addPod(u"web-2-c"_s, u"web-2"_s, u"ZZZ"_s);
        const ObjectRef broken{Kind::Pod, u"shop"_s, u"web-2-c"_s};
        const QStringList items = itemsOf(topologyOf(shop, diagnosis({finding(Layer::Pods, broken)})));
        QCOMPARE(items.mid(2, 3), (QStringList{u"Pod/shop/web-2-c ZZZ [fault]"_s, u"Pod/shop/web-2-a AAA [fine]"_s,
                                               u"Pod/shop/web-2-b Running [fine]"_s}));
    }

    void ofHundredsOfReplicaSetsTheBrokenOnesStayInSight()
    {
        Shop shop;
        for (int old = 10; old < 60; ++old) {
            model::Workload replicaSet = shop.data().workloads[2];
            replicaSet.meta.name = u"old-%1"_s.arg(old);
            replicaSet.meta.uid = u"uid-"_s + replicaSet.meta.name;
            shop.data().workloads.push_back(replicaSet);
            shop.addPod(replicaSet.meta.name + u"-a"_s, replicaSet.meta.name,
                        old == 47 ? u"CrashLoopBackOff"_s : QString());
        }
        shop.addPod(u"web-2-a"_s, u"web-2"_s);
        const ObjectRef broken{Kind::Pod, u"shop"_s, u"old-47-a"_s};
        const QStringList items = itemsOf(topologyOf(shop, diagnosis({finding(Layer::Pods, broken)})));
        QCOMPARE(items.filter(u"ReplicaSet/"_s).size(), qsizetype(12)); // eleven, and one for the rest
        QCOMPARE(items.filter(u"ReplicaSet/"_s).filter(u" x40"_s).size(), qsizetype(1));
        QVERIFY(!items.filter(u"ReplicaSet/shop/web-2"_s).isEmpty());
        QVERIFY(!items.filter(u"ReplicaSet/shop/old-47"_s).isEmpty());
        QVERIFY(!items.filter(u"Pod/shop/old-47-a"_s).isEmpty());
    }

    // Prints how long it takes; a slow machine is no mistake.
    void tenThousandPodsAreTwoBoxes()
    {
        Shop shop;
        for (int pod = 0; pod < 10'000; ++pod) {
            const QString broken = pod % 500 == 0 ? u"CrashLoopBackOff"_s : QString();
            shop.addPod(u"web-2-%1"_s.arg(pod, 5), u"web-2"_s, broken);
        }
        const model::Cluster cluster(shop.data());
        QElapsedTimer timer;
        timer.start();
        const Topology made = topology::topologyOf(cluster, diagnosis());
        qInfo("10,000 Pods: %lld ms", timer.elapsed());
        QCOMPARE(itemsOf(made).filter(u"Pod/"_s), (QStringList{u"Pod/shop/web-2-    0 x20 CrashLoopBackOff [fine]"_s,
                                                               u"Pod/shop/web-2-    1 x9980 Running [fine]"_s}));
    }
};

QTEST_GUILESS_MAIN(TopologyGapsTest)
#include "tst_topologygaps.moc"
