#include "core/model/cluster.h"
#include "tests/support/decoded.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;
using faultline::test::decoded;

class TestGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRouteGetsTheDefaultsOfTheServer()
    {
        const ClusterData data = decoded(
            R"({"kind":"HTTPRoute","apiVersion":"gateway.networking.k8s.io/v1","metadata":{"name":"r","namespace":"shop","generation":3},
            "spec":{"hostnames":["a.example"],"parentRefs":[{"name":"gw"},{"group":"","kind":"Service","name":"mesh"}],"rules":[
              {"matches":[{"path":{"type":"PathPrefix","value":"/a"}},{"path":{"value":"/b"}}],"backendRefs":[{"name":"one","port":80},{"name":"two","namespace":"back","port":81,"weight":0}]},
              {"backendRefs":[{"group":"example.com","kind":"Bucket","name":"files"}]}]},
            "status":{"parents":[{"parentRef":{"name":"gw","sectionName":"http"},"controllerName":"c","conditions":[{"type":"Accepted","status":"True","reason":"Accepted","observedGeneration":3}]}]}})");
        const Route &route = data.routes.at(0);
        QCOMPARE(route.ref(), (ObjectRef{Kind::HTTPRoute, u"shop"_s, u"r"_s}));
        QCOMPARE(route.path, u"/a"_s);
        QVERIFY(route.parents.at(0).isGateway());
        QCOMPARE(route.parents.at(0).nameSpace, u"shop"_s);
        QVERIFY(!route.parents.at(1).isGateway());
        QCOMPARE(route.backends.size(), size_t(3));
        QCOMPARE(route.backends.at(0).nameSpace, u"shop"_s);
        QCOMPARE(route.backends.at(0).weight, 1);
        QCOMPARE(route.backends.at(1).weight, 0);
        QCOMPARE(route.backends.at(1).fieldPath, u"spec.rules[0].backendRefs[1]"_s);
        QVERIFY(!route.backends.at(2).isService());
        QCOMPARE(route.statuses.at(0).parent.sectionName, u"http"_s);
        QCOMPARE(route.statuses.at(0).conditions.at(0).observedGeneration, 3);
    }

    void everyRouteKindIsRead()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"GRPCRoute","apiVersion":"gateway.networking.k8s.io/v1","metadata":{"name":"g"}},
            {"kind":"TLSRoute","apiVersion":"gateway.networking.k8s.io/v1alpha2","metadata":{"name":"l"}},
            {"kind":"TCPRoute","apiVersion":"gateway.networking.k8s.io/v1alpha2","metadata":{"name":"t"}}]})");
        QCOMPARE(data.routes.at(0).kind, Kind::GRPCRoute);
        QCOMPARE(data.routes.at(1).kind, Kind::TLSRoute);
        QCOMPARE(data.routes.at(2).kind, Kind::TCPRoute);
    }

    void aListenerIsJoinedWithItsStatusEvenWhenThatStandsFirst()
    {
        const ClusterData data = decoded(
            R"({"kind":"Gateway","apiVersion":"gateway.networking.k8s.io/v1beta1","metadata":{"name":"gw","namespace":"infra"},
            "status":{"addresses":[{"type":"IPAddress","value":"192.0.2.1"}],"listeners":[{"name":"tls","conditions":[{"type":"ResolvedRefs","status":"False","reason":"InvalidCertificateRef"}]}]},
            "spec":{"gatewayClassName":"eg","listeners":[{"name":"http","port":80},{"name":"tls","port":443,"allowedRoutes":{"namespaces":{"from":"All"}}}]}})");
        const Gateway &gateway = data.gateways.at(0);
        QCOMPARE(gateway.addresses, QStringList{u"192.0.2.1"_s});
        QVERIFY(gateway.listeners.at(0).conditions.empty());
        QCOMPARE(gateway.listeners.at(0).allowedFrom, u"Same"_s);
        QCOMPARE(gateway.listeners.at(1).allowedFrom, u"All"_s);
        QCOMPARE(gateway.listeners.at(1).conditions.at(0).reason, u"InvalidCertificateRef"_s);
    }

    void aResourceClaimIsReadInEveryVersion_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("v1") << QByteArray(R"({"name":"g","exactly":{"deviceClassName":"gpu"}})");
        QTest::newRow("v1beta1") << QByteArray(R"({"name":"g","deviceClassName":"gpu"})");
        QTest::newRow("alternatives") << QByteArray(
            R"({"name":"g","firstAvailable":[{"deviceClassName":"gpu"},{"deviceClassName":"cpu"}]})");
    }

    void aResourceClaimIsReadInEveryVersion()
    {
        QFETCH(QByteArray, request);
        const QByteArray head(
            R"({"kind":"ResourceClaim","apiVersion":"resource.k8s.io/v1","metadata":{"name":"c"},"spec":{"devices":{"requests":[)");
        const ClusterData open = decoded(head + request + "]}}}");
        QCOMPARE(open.resourceClaims.at(0).deviceClasses, QStringList{u"gpu"_s});
        QVERIFY(!open.resourceClaims.at(0).isAllocated);
        const ClusterData given = decoded(head + request + R"(]}},"status":{"allocation":{"devices":{}}}})");
        QVERIFY(given.resourceClaims.at(0).isAllocated);
    }

    void aPodTellsWhichClaimsItUses()
    {
        const ClusterData data = decoded(
            R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i"}],
            "resourceClaims":[{"name":"a","resourceClaimName":"mine"},{"name":"b","resourceClaimTemplateName":"t"},{"name":"c","source":{"resourceClaimName":"old"}}]},
            "status":{"resourceClaimStatuses":[{"name":"b","resourceClaimName":"p-b-1"}]}})");
        const Pod &pod = data.pods.at(0);
        QCOMPARE(pod.spec->resourceClaims.at(0).claimName, u"mine"_s);
        QCOMPARE(pod.spec->resourceClaims.at(1).templateName, u"t"_s);
        QCOMPARE(pod.spec->resourceClaims.at(2).claimName, u"old"_s);
        QCOMPARE(pod.resourceClaims.at(0).claimName, u"p-b-1"_s);
    }

    void routesAreFoundByTheServiceOfAnyNamespaceOnce()
    {
        const Cluster cluster(decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"HTTPRoute","apiVersion":"gateway.networking.k8s.io/v1","metadata":{"name":"far","namespace":"front"},"spec":{"rules":[{"backendRefs":[{"name":"web","namespace":"shop","port":80},{"name":"web","namespace":"shop","port":81}]}]}},
            {"kind":"HTTPRoute","apiVersion":"gateway.networking.k8s.io/v1","metadata":{"name":"near","namespace":"shop"},"spec":{"rules":[{"backendRefs":[{"name":"web","port":80}]}]}},
            {"kind":"HTTPRoute","apiVersion":"gateway.networking.k8s.io/v1","metadata":{"name":"other","namespace":"shop"},"spec":{"rules":[{"backendRefs":[{"kind":"Bucket","group":"x","name":"web"}]}]}}]})"));
        const auto &routes = cluster.routesTo(u"shop"_s, u"web"_s);
        QCOMPARE(routes.size(), size_t(2));
        QCOMPARE(routes.at(0)->meta.name, u"far"_s);
        QCOMPARE(routes.at(1)->meta.name, u"near"_s);
        QVERIFY(cluster.routesTo(u"front"_s, u"web"_s).empty());
        QVERIFY(cluster.exists({Kind::HTTPRoute, u"shop"_s, u"near"_s}));
    }
};

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
