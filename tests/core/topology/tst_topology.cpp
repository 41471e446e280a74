#include "tests/core/topology/shop.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using namespace faultline::test;
using guide::Certainty;
using guide::LeafVerdict;

class TopologyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingPresentAndMatching();
    void podsAreGroupedByFateAndBrokenOnesStandFirst();
    void anOldReplicaSetStaysWhileItHasPods();
    void aBackendWithoutServiceIsAGap();
    void servicesThatWereNotReadAreNoGap();
    void aNearMissSelectorShowsThePairThatDiffers();
    void aWrongBackendPortShowsBothPorts();
    void anUndeclaredTargetPortIsSuspectedOnlyWithAFinding();
    void anUnknownTargetNameIsWrong();
    void aPlainManifestIsHeldAgainstTheTemplate();
    void aMissingSubjectIsAGap();
    void aNoteFailsNothing();
};

void TopologyTest::everythingPresentAndMatching()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.addPod(u"web-2-b"_s, u"web-2"_s);
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(itemsOf(made), (QStringList{u"Ingress/shop/web [notTried]"_s, u"Service/shop/web [fine]"_s,
                                         u"Pod/shop/web-2-a x2 Running [fine]"_s, u"ReplicaSet/shop/web-2 2/3 [fine]"_s,
                                         u"Deployment/shop/web 2/3 [fine]"_s}));
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList{u"Ingress/shop/web -> Service/shop/web :80 = :80"_s});
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort 8080 = containerPort 8080 (http)"_s});
    QCOMPARE(linksOf(made, Link::Kind::Owns), (QStringList{u"Deployment/shop/web -> ReplicaSet/shop/web-2"_s,
                                                           u"ReplicaSet/shop/web-2 -> Pod/shop/web-2-a"_s}));
    QVERIFY(!made.hasFailing);
}

void TopologyTest::podsAreGroupedByFateAndBrokenOnesStandFirst()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.addPod(u"web-2-b"_s, u"web-2"_s, u"CrashLoopBackOff"_s);
    shop.addPod(u"web-2-c"_s, u"web-2"_s);
    const ObjectRef broken{Kind::Pod, u"shop"_s, u"web-2-b"_s};
    const Topology made = topologyOf(shop, diagnosis({finding(Layer::Pods, broken)}));
    QCOMPARE(itemsOf(made).mid(0, 4),
             (QStringList{u"Ingress/shop/web [notTried]"_s, u"Service/shop/web [explained]"_s,
                          u"Pod/shop/web-2-b CrashLoopBackOff [fault]"_s, u"Pod/shop/web-2-a x2 Running [fine]"_s}));
    QVERIFY(made.hasFailing);
    QCOMPARE(made.failing, Layer::Pods);
}

void TopologyTest::anOldReplicaSetStaysWhileItHasPods()
{
    Shop shop;
    shop.addPod(u"web-1-a"_s, u"web-1"_s);
    shop.addPod(u"web-2-a"_s, u"web-2"_s, u"ImagePullBackOff"_s);
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(itemsOf(made).mid(2),
             (QStringList{u"Pod/shop/web-2-a ImagePullBackOff [fine]"_s, u"Pod/shop/web-1-a old Running [fine]"_s,
                          u"ReplicaSet/shop/web-1 old 2/3 [fine]"_s, u"ReplicaSet/shop/web-2 2/3 [fine]"_s,
                          u"Deployment/shop/web 2/3 [fine]"_s}));
    QVERIFY(linksOf(made, Link::Kind::Owns).contains(u"ReplicaSet/shop/web-1 -> Pod/shop/web-1-a"_s));
}

void TopologyTest::aBackendWithoutServiceIsAGap()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().ingresses = {Shop::ingress(u"wbe"_s, 80)};
    const Topology made =
        topologyOf(shop, diagnosis({finding(Layer::Ingress, kIngress, {{checks::fact::backendService, u"wbe"_s}})}));
    QVERIFY(itemsOf(made).contains(u"Service/shop/wbe MISSING similar:web [fault]"_s));
    QCOMPARE(itemsOf(made).first(), u"Ingress/shop/web [fault]"_s);
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList{u"Ingress/shop/web -> Service/shop/wbe :80 != "_s});
    QCOMPARE(made.failing, Layer::Ingress);
}

void TopologyTest::servicesThatWereNotReadAreNoGap()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.clear();
    shop.data().unseen[Kind::Service] = {model::Unseen::Reason::Forbidden, {}};
    guide::Diagnosis blind = diagnosis();
    for (guide::Walk &walk : blind.walks)
        walk.subject.service = {};
    const Topology made = topologyOf(shop, blind);
    QCOMPARE(itemsOf(made).filter(u"MISSING"_s), QStringList());
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList());
}

void TopologyTest::aNearMissSelectorShowsThePairThatDiffers()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.edit(0).selector = {{u"app"_s, u"wbe"_s}};
    const Topology made = topologyOf(shop, diagnosis({finding(Layer::Service, kService)}));
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a app=wbe != app=web"_s});
    QCOMPARE(itemsOf(made).mid(0, 3), (QStringList{u"Ingress/shop/web [notTried]"_s, u"Service/shop/web [fault]"_s,
                                                   u"Pod/shop/web-2-a Running [fine]"_s}));

    shop.data().services.edit(0).selector = {{u"name"_s, u"web"_s}};
    const checks::Facts facts{{checks::fact::selectorPair, u"name=web"_s}, {checks::fact::labelPair, u"app=web"_s}};
    QCOMPARE(linksOf(topologyOf(shop, diagnosis({finding(Layer::Service, kService, facts)})), Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a name=web != app=web"_s});
}

void TopologyTest::aWrongBackendPortShowsBothPorts()
{
    Shop shop;
    shop.data().ingresses = {Shop::ingress(u"web"_s, 8080)};
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(linksOf(made, Link::Kind::RoutesTo), QStringList{u"Ingress/shop/web -> Service/shop/web :8080 != :80"_s});
}

void TopologyTest::anUndeclaredTargetPortIsSuspectedOnlyWithAFinding()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.edit(0).ports.front().targetPort = {8081, {}};
    QCOMPARE(linksOf(topologyOf(shop, diagnosis()), Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort 8081 ? containerPort 8080 (http)"_s});

    Finding suspicion = finding(Layer::Service, kService, {{checks::fact::targetPort, u"8081"_s}});
    suspicion.certainty = Certainty::Suspected;
    const Topology made = topologyOf(shop, diagnosis({suspicion}));
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort 8081 ~ containerPort 8080 (http)"_s});
    QCOMPARE(itemsOf(made).at(1), u"Service/shop/web [suspected]"_s);
}

void TopologyTest::anUnknownTargetNameIsWrong()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    shop.data().services.edit(0).ports.front().targetPort = {0, u"web"_s};
    QCOMPARE(linksOf(topologyOf(shop, diagnosis()), Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Pod/shop/web-2-a targetPort web != containerPort 8080 (http)"_s});
}

void TopologyTest::aPlainManifestIsHeldAgainstTheTemplate()
{
    Shop shop;
    shop.data().workloads.shared().resize(1);
    shop.data().workloads.edit(0).hasStatus = false;
    const Topology made = topologyOf(shop, diagnosis());
    QCOMPARE(itemsOf(made).last(), u"Deployment/shop/web [fine]"_s);
    QCOMPARE(linksOf(made, Link::Kind::Selects),
             QStringList{u"Service/shop/web -> Deployment/shop/web targetPort 8080 = containerPort 8080 (http)"_s});
}

void TopologyTest::aMissingSubjectIsAGap()
{
    const model::Cluster cluster{model::ClusterData()};
    guide::Diagnosis missing;
    missing.subject = kDeployment;
    missing.findings = {finding(Layer::Rollout, kDeployment)};
    missing.findings.front().primary = true;
    QCOMPARE(itemsOf(topology::topologyOf(cluster, missing)), QStringList{u"Deployment/shop/web MISSING [fault]"_s});
}

void TopologyTest::aNoteFailsNothing()
{
    Shop shop;
    shop.addPod(u"web-2-a"_s, u"web-2"_s);
    Finding note = finding(Layer::Service, kDeployment);
    note.isNote = true;
    note.verdict = LeafVerdict::Intended;
    const Topology made = topologyOf(shop, diagnosis({note}));
    QVERIFY(!made.hasFailing);
    QCOMPARE(itemsOf(made).last(), u"Deployment/shop/web 2/3 [fine]"_s);
}

QTEST_GUILESS_MAIN(TopologyTest)
#include "tst_topology.moc"
