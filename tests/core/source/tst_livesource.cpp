#include "core/source/livesource.h"
#include "tests/support/testserver.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace {

using namespace faultline;
using namespace Qt::StringLiterals;
using base::Error;
using model::Kind;
using model::LogText;
using model::Unseen;
using test::TestAnswer;
using test::TestPki;
using test::TestServer;

constexpr int kBound = 20'000;

QByteArray item(const QByteArray &name, const QByteArray &rest = "")
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"shop","uid":"u-)" + name + "\"}" + rest + "}";
}

QByteArray listOf(const QByteArray &kind, const QByteArray &apiVersion, const QByteArrayList &items,
                  const QByteArray &metadata = "{\"resourceVersion\":\"7\"}")
{
    return R"({"kind":")" + kind + R"(","apiVersion":")" + apiVersion + R"(","metadata":)" + metadata + ",\"items\":[" +
           items.join(',') + "]}\n";
}

TestAnswer forbidden(const QByteArray &message)
{
    return {.status = 403, .body = TestServer::status(403, "Forbidden", message)};
}

QByteArray group(const QByteArray &name, const QByteArrayList &versions)
{
    QByteArrayList entries;
    for (const QByteArray &version : versions) {
        entries.append(R"({"groupVersion":")" + name + '/' + version + R"(","version":")" + version + "\"}");
    }
    return R"({"name":")" + name + R"(","versions":[)" + entries.join(',') + "]}";
}

// What a Kubernetes 1.20 offers: CronJobs and EndpointSlices only as v1beta1.
void serveDiscovery(TestServer &server, bool withAutoscaling = true)
{
    server.answerJson(u"/version"_s, R"({"major":"1","minor":"20+","gitVersion":"v1.20.2"})");
    QByteArrayList groups{group("apps", {"v1"}), group("batch", {"v1", "v1beta1"}),
                          group("networking.k8s.io", {"v1", "v1beta1"}), group("discovery.k8s.io", {"v1beta1"}),
                          group("storage.k8s.io", {"v1"})};
    if (withAutoscaling) {
        groups.append(group("autoscaling", {"v1", "v2beta1", "v2beta2"}));
    }
    server.answerJson(u"/apis"_s, R"({"kind":"APIGroupList","groups":[)" + groups.join(',') + "]}");
    server.answerJson(u"/apis/batch/v1"_s, R"({"kind":"APIResourceList","resources":[{"name":"jobs"}]})");
    server.answerJson(u"/apis/batch/v1beta1"_s, R"({"kind":"APIResourceList","resources":[{"name":"cronjobs"}]})");
}

// Every other list is empty.
void serveEmptyLists(TestServer &server)
{
    const QList<std::pair<QString, QByteArrayList>> lists{
        {u"/api/v1"_s,
         {"Pod", "ReplicationController", "Service", "Endpoints", "Node", "Namespace", "Event", "ConfigMap", "Secret",
          "ServiceAccount", "PersistentVolumeClaim", "PersistentVolume", "ResourceQuota", "LimitRange"}},
        {u"/apis/apps/v1"_s, {"ReplicaSet", "Deployment", "StatefulSet", "DaemonSet"}},
        {u"/apis/batch/v1"_s, {"Job"}},
        {u"/apis/batch/v1beta1"_s, {"CronJob"}},
        {u"/apis/networking.k8s.io/v1"_s, {"Ingress", "IngressClass", "NetworkPolicy"}},
        {u"/apis/discovery.k8s.io/v1beta1"_s, {"EndpointSlice"}},
        {u"/apis/storage.k8s.io/v1"_s, {"StorageClass"}},
        {u"/apis/autoscaling/v2beta2"_s, {"HorizontalPodAutoscaler"}}};
    for (const auto &[base, kinds] : lists) {
        for (const QByteArray &kind : kinds) {
            const QString version = base.startsWith(u"/apis/"_s) ? base.mid(6) : base.mid(5);
            const QByteArray json = listOf(kind + "List", version.toUtf8(), {});
            const QString resource = model::resourceName(model::kindFrom(version, QString::fromUtf8(kind)));
            server.answerJson(base + u'/' + resource, json);
            server.answerJson(base + u"/namespaces/shop/"_s + resource, json);
        }
    }
    server.answerJson(u"/api/v1/namespaces/shop"_s,
                      R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":"shop"}})");
}

void serveCluster(TestServer &server)
{
    serveDiscovery(server);
    serveEmptyLists(server);
}

source::LiveRequest requestTo(const TestServer &server, const QString &nameSpace = {})
{
    source::LiveRequest request;
    request.connection.server = server.url();
    request.connection.contextName = u"kh"_s;
    request.connection.userName = u"dev"_s;
    request.nameSpace = nameSpace;
    return request;
}

// Loads, and counts what came.
struct Loaded {
    explicit Loaded(source::LiveSource &source)
    {
        QObject::connect(&source, &source::Source::loaded, &context, [this](const source::Snapshot &each) {
            snapshot = each;
            ++ends;
        });
        QObject::connect(&source, &source::Source::failed, &context, [this](const Error &each) {
            errors.append(each);
            ++ends;
        });
        QObject::connect(&source, &source::Source::progress, &context,
                         [this](const std::vector<source::Progress> &each) { lines = each; });
    }

    bool wait(int count = 1)
    {
        return QTest::qWaitFor([&] { return ends >= count; }, kBound);
    }

    const source::Progress *line(const QString &what) const
    {
        const auto found =
            std::find_if(lines.begin(), lines.end(), [&](const auto &each) { return each.what == what; });
        return found == lines.end() ? nullptr : &*found;
    }

    QString problem() const { return errors.isEmpty() ? u"(none)"_s : errors.first().toString(); }

    QObject context;
    source::Snapshot snapshot;
    QList<Error> errors;
    std::vector<source::Progress> lines;
    int ends = 0;
};

} // namespace

class LiveSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAClusterWithGaps();
    void asksSecretsForTheirMetadataOnly();
    void asksOnlyOneNamespace();
    void takesAMissingNamespaceForNone();
    void readsEndpointsWhereSlicesAreForbidden();
    void assumesVersionsWhereDiscoveryIsForbidden();
    void readsPageAfterPage();
    void goesOnWithTheTokenOfAnExpiredList();
    void readsAnExpiredListAgain();
    void failsWhenEverythingIsForbidden();
    void failsWhenOneAnswerIsUnauthorized();
    void failsOnAnotherKindOfServer();
    void failsOnAnUnknownAuthority();
    void failsOnUnusableCredentials();
    void keepsTheRestWhenOneListIsBroken();
    void cancelsALoad();
    void cancelsALoadThatIsStartedAgain();
    void mayGoInTheMiddleOfALoad_data();
    void mayGoInTheMiddleOfALoad();
    void mayGoInItsOwnSignal();
    void understandsLogAnswers_data();
    void understandsLogAnswers();
    void fetchesLogsAFewAtATime();
    void cutsLogsAtTheirBeginning();
    void answersLogsWhenCancelled();
    void showsTheRawObject();
    void neverShowsSecretData();
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
    const std::map<Kind, Unseen> unseen{
        {Kind::Node, {Unseen::Reason::Forbidden, u"nodes is forbidden: no"_s}},
        {Kind::Endpoints, {Unseen::Reason::NotAsked, u"EndpointSlices tell the same"_s}},
        {Kind::HorizontalPodAutoscaler,
         {Unseen::Reason::NotServed, u"the server has no horizontalpodautoscalers in the group autoscaling"_s}}};
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

void LiveSourceTest::takesAMissingNamespaceForNone()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/namespaces/shop"_s,
                  {.status = 404, .body = TestServer::status(404, "NotFound", "namespaces not found")});
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

void LiveSourceTest::failsWhenEverythingIsForbidden()
{
    TestServer server;
    serveDiscovery(server);
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        const bool isDiscovery = request.path.count(u'/') <= 3 && request.path.startsWith(u"/apis"_s);
        return isDiscovery || request.path == "/version"_L1 ? std::nullopt : std::optional(forbidden("nobody may"));
    });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.errors.size(), 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Forbidden);
    QCOMPARE(result.errors.first().detail, u"nobody may"_s);
}

void LiveSourceTest::failsWhenOneAnswerIsUnauthorized()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/events"_s,
                  {.status = 401, .body = TestServer::status(401, "Unauthorized", "Unauthorized")});
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QTest::qWait(50);
    QCOMPARE(result.ends, 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Unauthorized);
}

void LiveSourceTest::failsOnAnotherKindOfServer()
{
    TestServer server;
    server.setHandler(
        [](const auto &) { return TestAnswer{.body = "<html>hello</html>", .contentType = "text/html"}; });
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QVERIFY2(result.problem().contains(u"not like a Kubernetes API server"_s), qPrintable(result.problem()));
}

void LiveSourceTest::failsOnAnUnknownAuthority()
{
    const TestPki pki(u"Right CA"_s);
    TestServer server(TestPki(u"Other CA"_s).server());
    source::LiveRequest request = requestTo(server);
    request.connection.caPem = pki.caPem();
    source::LiveSource source(request);
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.errors.first().kind, Error::Kind::Tls);
    QVERIFY2(result.problem().contains(u"unknown authority (\"Other CA\")"_s), qPrintable(result.problem()));
}

void LiveSourceTest::failsOnUnusableCredentials()
{
    TestServer server;
    source::LiveRequest request = requestTo(server);
    request.connection.caPem = "nonsense";
    source::LiveSource source(request);
    Loaded result(source);
    source.load();
    QCOMPARE(result.ends, 0); // never from within load()
    QVERIFY(result.wait());
    QCOMPARE(result.errors.first().kind, Error::Kind::Malformed);
    QSignalSpy logs(&source, &source::Source::logsFetched);
    source.fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    QVERIFY(logs.wait(kBound));
    QSignalSpy raw(&source, &source::Source::rawFetched);
    source.fetchRaw({Kind::Pod, u"shop"_s, u"p"_s});
    QVERIFY(raw.wait(kBound));
}

void LiveSourceTest::keepsTheRestWhenOneListIsBroken()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/pods"_s,
                  {.body = listOf("PodList", "v1", {item("a")}), .fault = TestAnswer::Fault::Truncated});
    server.answerJson(u"/api/v1/services"_s, "{\"kind\":\"ServiceList\",\"items\":[{");
    server.answer(u"/api/v1/events"_s, {.status = 500, .body = "<title>Oops</title>"});
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QVERIFY(result.wait());
    QCOMPARE(result.problem(), u"(none)"_s);
    for (const Kind kind : {Kind::Pod, Kind::Service, Kind::Event}) {
        const Unseen *unseen = result.snapshot.cluster->unseen(kind);
        QVERIFY2(unseen != nullptr, qPrintable(model::kindName(kind)));
        QCOMPARE(unseen->reason, Unseen::Reason::Failed);
    }
    QVERIFY(result.snapshot.cluster->data().pods.empty());
    QCOMPARE(result.line(u"events"_s)->state, source::Progress::State::Failed);
    QVERIFY(result.snapshot.cluster->sees(Kind::ConfigMap));
}

void LiveSourceTest::cancelsALoad()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/api/v1/pods"_s, {.fault = TestAnswer::Fault::Silence});
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    QTRY_COMPARE_WITH_TIMEOUT(server.requestsTo(u"/api/v1/pods"_s).size(), 1, kBound);
    QElapsedTimer timer;
    timer.start();
    source.cancel();
    source.cancel();
    QVERIFY(result.wait());
    QVERIFY(timer.elapsed() < 2000);
    QTest::qWait(50);
    QCOMPARE(result.ends, 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Cancelled);
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", {item("a")}));
    source.load();
    QVERIFY(result.wait(2));
    QCOMPARE(result.snapshot.cluster->data().pods.size(), size_t(1));
}

void LiveSourceTest::cancelsALoadThatIsStartedAgain()
{
    TestServer server;
    serveCluster(server);
    source::LiveSource source(requestTo(server));
    Loaded result(source);
    source.load();
    source.load();
    QVERIFY(result.wait(2));
    QTest::qWait(50);
    QCOMPARE(result.ends, 2);
    QCOMPARE(result.errors.size(), 1);
    QCOMPARE(result.errors.first().kind, Error::Kind::Cancelled);
    QVERIFY(result.snapshot.cluster != nullptr);
}

void LiveSourceTest::mayGoInTheMiddleOfALoad_data()
{
    QTest::addColumn<int>("requests");
    QTest::newRow("at once") << 0;
    QTest::newRow("in discovery") << 1;
    QTest::newRow("in the first lists") << 7;
    QTest::newRow("near the end") << 25;
}

void LiveSourceTest::mayGoInTheMiddleOfALoad()
{
    QFETCH(int, requests);
    TestServer server;
    serveCluster(server);
    QByteArrayList many;
    for (int i = 0; i < 2000; ++i) {
        many.append(item(QByteArray::number(i)));
    }
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", many));
    auto source = std::make_unique<source::LiveSource>(requestTo(server));
    Loaded result(*source);
    source->load();
    source->fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    source->fetchRaw({Kind::Pod, u"shop"_s, u"p"_s});
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() >= requests, kBound);
    source.reset();
    QTest::qWait(50);
    QCOMPARE(result.ends, 0);
}

void LiveSourceTest::mayGoInItsOwnSignal()
{
    TestServer server;
    serveCluster(server);
    const auto goesIn = [this, &server](auto signal) {
        auto source = std::make_unique<source::LiveSource>(requestTo(server));
        connect(source.get(), signal, this, [&source] { source.reset(); });
        source->load();
        source->fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
        source->fetchRaw({Kind::Pod, u"shop"_s, u"p"_s});
        return QTest::qWaitFor([&source] { return source == nullptr; }, kBound);
    };
    QVERIFY(goesIn(&source::Source::progress));
    QVERIFY(goesIn(&source::Source::loaded));
    QVERIFY(goesIn(&source::Source::logsFetched));
    QVERIFY(goesIn(&source::Source::rawFetched));
    server.answer(u"/api/v1/pods"_s, {.status = 401});
    QVERIFY(goesIn(&source::Source::failed));
}

void LiveSourceTest::understandsLogAnswers_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<LogText::State>("state");
    using State = LogText::State;
    QTest::newRow("text") << 200 << QByteArray("started\nboom\n") << State::Text;
    QTest::newRow("nothing written") << 200 << QByteArray() << State::Text;
    QTest::newRow("removed by the runtime")
        << 200 << QByteArray("unable to retrieve container logs for containerd://abc") << State::Unavailable;
    QTest::newRow("log file gone")
        << 200 << QByteArray(R"(failed to try resolving symlinks in path "/var/log/pods/x": lstat: no such file)")
        << State::Unavailable;
    QTest::newRow("waiting") << 400 << QByteArray("container c in pod p is waiting to start: ContainerCreating")
                             << State::NeverRan;
    QTest::newRow("image") << 400
                           << QByteArray("container c in pod p is waiting to start: trying and failing to pull image")
                           << State::NeverRan;
    QTest::newRow("no earlier run") << 400 << QByteArray("previous terminated container c in pod p not found")
                                    << State::NeverRan;
    QTest::newRow("not scheduled") << 400 << QByteArray("pod p does not have a host assigned") << State::NeverRan;
    QTest::newRow("no such container") << 400 << QByteArray("container c is not valid for pod p") << State::Unavailable;
    QTest::newRow("forbidden") << 403 << QByteArray("pods p is forbidden") << State::Unavailable;
    QTest::newRow("pod gone") << 404 << QByteArray("pods p not found") << State::Unavailable;
    QTest::newRow("node away") << 500 << QByteArray("Get https://10.0.0.1:10250: dial tcp: i/o timeout")
                               << State::Unavailable;
}

void LiveSourceTest::understandsLogAnswers()
{
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    QFETCH(LogText::State, state);
    TestServer server;
    server.answer(u"/api/v1/namespaces/shop/pods/p/log"_s,
                  {.status = code, .body = code == 200 ? words : TestServer::status(code, "Word", words)});
    source::LiveSource source(requestTo(server));
    std::map<model::LogKey, LogText> logs;
    connect(&source, &source::Source::logsFetched, this, [&](const auto &each) { logs = each; });
    const model::LogKey key{u"shop"_s, u"p"_s, u"c"_s, true};
    source.fetchLogs({key});
    QTRY_COMPARE_WITH_TIMEOUT(logs.size(), size_t(1), kBound);
    QCOMPARE(logs[key], (LogText{state, QString::fromUtf8(words)}));
    const auto request = server.requests().first();
    QCOMPARE(request.query.toString(), u"container=c&tailLines=200&limitBytes=65536&previous=true"_s);
}

void LiveSourceTest::fetchesLogsAFewAtATime()
{
    TestServer server;
    server.setHandler([](const auto &) { return TestAnswer{.body = "x", .delayMs = 5}; });
    source::LiveSource source(requestTo(server));
    std::vector<model::LogKey> keys;
    for (int i = 0; i < 40; ++i) {
        keys.push_back({u"shop"_s, u"p"_s + QString::number(i % 30), u"c"_s, false});
    }
    QSignalSpy spy(&source, &source::Source::logsFetched);
    source.fetchLogs(keys);
    source.fetchLogs({});
    QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 2, kBound);
    using Logs = std::map<model::LogKey, LogText>;
    QCOMPARE(spy.at(0).first().value<Logs>().size(), size_t(0));
    QCOMPARE(spy.at(1).first().value<Logs>().size(), size_t(30));
    QCOMPARE(server.requests().size(), 30);
}

void LiveSourceTest::cutsLogsAtTheirBeginning()
{
    TestServer server;
    server.setHandler([](const test::TestRequest &request) -> std::optional<TestAnswer> {
        const int lines = request.parameter(u"tailLines"_s).toInt();
        QByteArray text;
        for (int i = 200 - lines; i < 200; ++i) {
            text += QByteArray::number(i) + QByteArray(1000, '.') + '\n';
        }
        return TestAnswer{.body = text.left(65'536)};
    });
    source::LiveSource source(requestTo(server));
    std::map<model::LogKey, LogText> logs;
    connect(&source, &source::Source::logsFetched, this, [&](const auto &each) { logs = each; });
    source.fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    QTRY_COMPARE_WITH_TIMEOUT(logs.size(), size_t(1), kBound);
    QVERIFY(logs.begin()->second.text.contains(u"\n199."_s));
    QCOMPARE(server.requests().size(), 2);
}

void LiveSourceTest::answersLogsWhenCancelled()
{
    TestServer server;
    server.setHandler([](const auto &) { return TestAnswer{.fault = TestAnswer::Fault::Silence}; });
    source::LiveSource source(requestTo(server));
    QSignalSpy spy(&source, &source::Source::logsFetched);
    QSignalSpy failed(&source, &source::Source::failed);
    source.fetchLogs({{u"shop"_s, u"p"_s, u"c"_s, false}});
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, kBound);
    source.cancel();
    QVERIFY(spy.wait(kBound));
    QCOMPARE(failed.size(), 0); // no load was running
}

void LiveSourceTest::showsTheRawObject()
{
    TestServer server;
    server.answerJson(
        u"/apis/apps/v1/namespaces/shop/deployments/web"_s,
        R"({"kind":"Deployment","metadata":{"name":"web","managedFields":[{"a":1}]},"spec":{"replicas":2}})");
    source::LiveSource source(requestTo(server));
    QSignalSpy spy(&source, &source::Source::rawFetched);
    source.fetchRaw({Kind::Deployment, u"shop"_s, u"web"_s});
    QVERIFY(spy.wait(kBound));
    const QByteArray json = spy.first().at(1).toByteArray();
    QVERIFY(json.contains("\n    \"spec\": {\n        \"replicas\": 2"));
    QVERIFY(!json.contains("managedFields"));
    source.fetchRaw({Kind::Deployment, u"shop"_s, u"gone"_s});
    QVERIFY(spy.wait(kBound));
    QCOMPARE(spy.at(1).at(1).toByteArray(), QByteArray());
    QCOMPARE(spy.at(1).at(2).toString(), u"the server could not find the requested resource"_s);
}

void LiveSourceTest::neverShowsSecretData()
{
    TestServer server; // an old one: it does not know the metadata form and sends all
    server.answerJson(
        u"/api/v1/namespaces/shop/secrets/s"_s,
        R"({"kind":"Secret","metadata":{"name":"s","annotations":{"last":"{\"data\":\"aHVudGVyMg==\"}"}},)"
        R"("data":{"password":"aHVudGVyMg=="},"stringData":{"password":"hunter2"}})");
    source::LiveSource source(requestTo(server));
    QSignalSpy spy(&source, &source::Source::rawFetched);
    source.fetchRaw({Kind::Secret, u"shop"_s, u"s"_s});
    QVERIFY(spy.wait(kBound));
    const QByteArray json = spy.first().at(1).toByteArray();
    QVERIFY(json.contains("\"name\": \"s\""));
    QVERIFY(!json.contains("hunter2") && !json.contains("aHVudGVyMg"));
    QCOMPARE(server.requests().first().header("accept"),
             "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
}

QTEST_GUILESS_MAIN(LiveSourceTest)
#include "tst_livesource.moc"
