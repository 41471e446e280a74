#include "core/source/livesource.h"
#include "tests/support/liveserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using model::Kind;
using model::Unseen;

class LiveSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAClusterWithGaps();
    void asksSecretsForTheirMetadataOnly();
    void asksOnlyOneNamespace();
    void takesAMissingNamespaceForNone();
    void takesA404ThatNamesNoNamespaceForNoAnswer();
    void readsEndpointsWhereSlicesAreForbidden();
    void assumesVersionsWhereDiscoveryIsForbidden();
    void readsPageAfterPage();
    void goesOnWithTheTokenOfAnExpiredList();
    void readsAnExpiredListAgain();
    void readsWantedObjectsWhole();
};

void LiveSourceTest::loadsAClusterWithGaps()
{
    TestServer server;
    serveCluster(server);
    serveDiscovery(server, false);
    server.answer(u"/api/v1/pods"_s, {.body = listOf("PodList", "v1", {item("web-1"), item("web-2")}),
                                      .headers = {{"Date", "Mon, 23 Nov 2026 11:17:05 GMT"}}});
    server.answerJson(u"/apis/apps/v1/deployments"_s, listOf("DeploymentList", "apps/v1", {item("web")}));
    server.answerJson(u"/apis/batch/v1beta1/cronjobs"_s, listOf("CronJobList", "batch/v1beta1", {item("nightly")}));
    server.answerJson(u"/apis/discovery.k8s.io/v1beta1/endpointslices"_s,
                      listOf("EndpointSliceList", "discovery.k8s.io/v1beta1", {item("web-x", R"(,"endpoints":[])")}));
    server.answer(u"/api/v1/nodes"_s, forbidden("nodes is forbidden: no"));
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.problem(), u"(none)"_s);
    const model::ClusterData &data = result.snapshot.cluster->data();
    QCOMPARE(data.pods.size(), size_t(2));
    QCOMPARE(data.workloads.size(), size_t(2));
    QCOMPARE(data.endpointSlices.size(), size_t(1));
    QCOMPARE(data.version, (model::ServerVersion{1, 20, u"v1.20.2"_s}));
    QVERIFY(data.allNamespaces);
    QCOMPARE(data.now.toString(), u"2026-11-23T11:17:05Z"_s);
    QCOMPARE(result.snapshot.origin.takenAt, data.now);
    std::map<Kind, Unseen> unseen{
        {Kind::Node, {Unseen::Reason::Forbidden, u"nodes is forbidden: no"_s}},
        {Kind::Endpoints, {Unseen::Reason::NotAsked, u"EndpointSlices tell the same"_s}},
        {Kind::HorizontalPodAutoscaler,
         {Unseen::Reason::NotServed, u"the server has no horizontalpodautoscalers in the group autoscaling"_s}}};
    for (const Kind kind : {Kind::HTTPRoute, Kind::GRPCRoute, Kind::TLSRoute, Kind::TCPRoute, Kind::Gateway,
                            Kind::GatewayClass, Kind::ReferenceGrant, Kind::ResourceClaim, Kind::PodDisruptionBudget}) {
        unseen[kind] = {Unseen::Reason::NotServed, u"the server has no %1 in the group %2"_s.arg(
                                                       model::resourceName(kind), model::apiGroup(kind))};
    }
    QCOMPARE(data.unseen, unseen);
    QCOMPARE(result.line(u"pods"_s)->items, 2);
    QCOMPARE(result.line(u"pods"_s)->state, source::Progress::State::Done);
    QCOMPARE(result.line(u"nodes"_s)->state, source::Progress::State::Denied);
    QCOMPARE(result.line(u"nodes"_s)->detail, u"nodes is forbidden: no"_s);
    for (const auto &request : server.requests()) {
        QCOMPARE(request.method, "GET");
    }
    QVERIFY(server.requestsTo(u"/apis/batch/v1/cronjobs"_s).isEmpty());
    QVERIFY(server.requestsTo(u"/api/v1/endpoints"_s).isEmpty());
}

void LiveSourceTest::asksSecretsForTheirMetadataOnly()
{
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/api/v1/secrets"_s,
                      R"({"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{},"items":[
                          {"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1",
                           "metadata":{"name":"registry","namespace":"shop"}}]})");
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(server.requestsTo(u"/api/v1/secrets"_s).first().header("accept"),
             "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io");
    QCOMPARE(result.snapshot.cluster->data().secrets.size(), size_t(1));
    QVERIFY(result.snapshot.cluster->secret(u"shop"_s, u"registry"_s) != nullptr);
    QCOMPARE(result.line(u"secrets"_s)->items, 1);
}

void LiveSourceTest::asksOnlyOneNamespace()
{
    TestServer server;
    serveCluster(server);
    source::LiveSource source(requestTo(server, u"shop"_s));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.problem(), u"(none)"_s);
    QVERIFY(!result.snapshot.cluster->data().allNamespaces);
    QCOMPARE(server.requestsTo(u"/api/v1/pods"_s).size(), 0);
    QCOMPARE(server.requestsTo(u"/api/v1/namespaces/shop/pods"_s).size(), 1);
    QCOMPARE(server.requestsTo(u"/api/v1/nodes"_s).size(), 1);
    QCOMPARE(server.requestsTo(u"/api/v1/namespaces"_s).size(), 0);
    QVERIFY(result.snapshot.cluster->nameSpaceObject(u"shop"_s) != nullptr);
    QCOMPARE(result.snapshot.origin.nameSpace, u"shop"_s);
}

/// A proxy, or a server that is none of Kubernetes', says 404 to everything.
void LiveSourceTest::takesA404ThatNamesNoNamespaceForNoAnswer()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/namespaces/shop"_s,
                  {.status = 404, .body = TestServer::status(404, "NotFound", "the requested resource is not there")});
    source::LiveSource source(requestTo(server, u"shop"_s));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QVERIFY2(result.errors.isEmpty(), qPrintable(result.problem()));
    QVERIFY(!result.snapshot.cluster->sees(Kind::Namespace));
}

void LiveSourceTest::takesAMissingNamespaceForNone()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/namespaces/shop"_s,
                  {.status = 404, .body = TestServer::status(404, "NotFound", R"(namespaces \"shop\" not found)")});
    source::LiveSource source(requestTo(server, u"shop"_s));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QVERIFY(result.snapshot.cluster->sees(Kind::Namespace));
    QVERIFY(result.snapshot.cluster->data().namespaces.empty());
}

void LiveSourceTest::readsEndpointsWhereSlicesAreForbidden()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/apis/discovery.k8s.io/v1beta1/endpointslices"_s, forbidden("no slices"));
    server.answerJson(u"/api/v1/endpoints"_s,
                      listOf("EndpointsList", "v1",
                             {item("web", R"(,"subsets":[{"addresses":[{"ip":"10.1.1.1"}],"ports":[{"port":80}]}])")}));
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QVERIFY(result.snapshot.cluster->sees(Kind::Endpoints));
    QVERIFY(result.snapshot.cluster->sees(Kind::EndpointSlice)); // their facts are there
    QCOMPARE(result.snapshot.cluster->data().endpointSlices.size(), size_t(1));
    server.answer(u"/api/v1/endpoints"_s, forbidden("no endpoints"));
    source.load();
    QVERIFY(result.wait(2));
    QCOMPARE(result.snapshot.cluster->unseen(Kind::EndpointSlice)->detail, u"no slices"_s);
    QCOMPARE(result.snapshot.cluster->unseen(Kind::Endpoints)->detail, u"no endpoints"_s);
}

void LiveSourceTest::assumesVersionsWhereDiscoveryIsForbidden()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/apis"_s, forbidden("no discovery"));
    server.answer(u"/version"_s, forbidden("no version"));
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.problem(), u"(none)"_s);
    QCOMPARE(server.requestsTo(u"/apis/batch/v1/cronjobs"_s).size(), 1);
    QCOMPARE(result.snapshot.cluster->unseen(Kind::CronJob)->reason, Unseen::Reason::NotServed); // it answered 404
    QVERIFY(result.snapshot.cluster->sees(Kind::Deployment));
}

void LiveSourceTest::readsPageAfterPage()
{
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/version"_s, R"({"major":"","minor":"","gitVersion":"v1.33.4-gke.1"})");
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        if (request.path != "/api/v1/pods"_L1) {
            return std::nullopt;
        }
        const QString token = request.parameter(u"continue"_s);
        if (token.isEmpty()) {
            return TestAnswer{.body = listOf("PodList", "v1", {item("a"), item("b")},
                                             R"({"continue":"t+/=&2","remainingItemCount":3})")};
        }
        return token == "t+/=&2"_L1
                   ? TestAnswer{.body = listOf("PodList", "v1", {item("c"), item("d")}, R"({"continue":"t3"})")}
                   : TestAnswer{.body = listOf("PodList", "v1", {item("e")})};
    });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.snapshot.cluster->data().pods.size(), size_t(5));
    const auto requests = server.requestsTo(u"/api/v1/pods"_s);
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests.at(0).parameter(u"limit"_s), u"500"_s);
    QCOMPARE(requests.at(2).parameter(u"continue"_s), u"t3"_s);
    QCOMPARE(result.snapshot.cluster->data().version, (model::ServerVersion{1, 33, u"v1.33.4-gke.1"_s}));
    QCOMPARE(result.line(u"pods"_s)->items, 5);
    QCOMPARE(result.line(u"pods"_s)->total, 5);
}

void LiveSourceTest::goesOnWithTheTokenOfAnExpiredList()
{
    TestServer server;
    serveCluster(server);
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        const QString token = request.parameter(u"continue"_s);
        if (request.path != "/api/v1/pods"_L1) {
            return std::nullopt;
        }
        if (token.isEmpty()) {
            return TestAnswer{.body = listOf("PodList", "v1", {item("a")}, R"({"continue":"old"})")};
        }
        if (token == "old"_L1) {
            return TestAnswer{.status = 410,
                              .body = R"({"kind":"Status","metadata":{"continue":"new"},"message":"too old",)"
                                      R"("reason":"Expired","code":410})"};
        }
        return TestAnswer{.body = listOf("PodList", "v1", {item("b")})};
    });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.snapshot.cluster->data().pods.size(), size_t(2));
    QCOMPARE(server.requestsTo(u"/api/v1/pods"_s).size(), 3);
}

void LiveSourceTest::readsAnExpiredListAgain()
{
    TestServer server;
    serveCluster(server);
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        if (request.path != "/api/v1/pods"_L1) {
            return std::nullopt;
        }
        if (!request.parameter(u"continue"_s).isEmpty()) {
            return TestAnswer{.status = 410, .body = TestServer::status(410, "Expired", "too old")};
        }
        return request.parameter(u"limit"_s).isEmpty()
                   ? TestAnswer{.body = listOf("PodList", "v1", {item("a"), item("b"), item("c")})}
                   : TestAnswer{.body = listOf("PodList", "v1", {item("a"), item("gone")}, R"({"continue":"old"})")};
    });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QStringList names;
    for (const model::Pod &pod : result.snapshot.cluster->data().pods) {
        names.append(pod.meta.name);
    }
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(result.line(u"pods"_s)->items, 3);
}

void LiveSourceTest::readsWantedObjectsWhole()
{
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/api/v1/namespaces/shop/pods/web"_s,
                      R"({"kind":"Pod","metadata":{"name":"web","managedFields":[{}]},"spec":{"priority":7}})");
    server.answerJson(u"/api/v1/namespaces/shop/secrets/key"_s,
                      R"({"kind":"Secret","metadata":{"name":"key"},"data":{"a":"c2VjcmV0"}})");
    server.answer(u"/api/v1/nodes/n"_s, forbidden("nodes is forbidden: no"));
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    const model::ObjectRef pod{Kind::Pod, u"shop"_s, u"web"_s};
    const model::ObjectRef secret{Kind::Secret, u"shop"_s, u"key"_s};
    const model::ObjectRef node{Kind::Node, {}, u"n"_s};
    std::map<model::ObjectRef, model::RawObject> objects;
    QObject context;
    QObject::connect(&source, &source::Source::objectsFetched, &context,
                     [&](const auto &fetched) { objects = fetched; });
    source.fetchObjects({pod, secret, node, pod});
    QVERIFY(QTest::qWaitFor([&] { return !objects.empty(); }, kBound));
    QCOMPARE(objects.size(), size_t(3));
    QCOMPARE(objects.at(pod).json["spec"_L1]["priority"_L1].toInt(), 7);
    QVERIFY(!objects.at(pod).json["metadata"_L1].toObject().contains("managedFields"_L1));
    QVERIFY(!QJsonDocument(objects.at(secret).json).toJson().contains("c2VjcmV0"));
    QCOMPARE(objects.at(node).state, model::RawObject::State::Unavailable);
    QCOMPARE(objects.at(node).problem, u"nodes is forbidden: no"_s);
}

QTEST_GUILESS_MAIN(LiveSourceTest)
#include "tst_livesource.moc"
