#include "core/guide/applying.h"
#include "core/investigation/reportinput.h"
#include "core/model/serverage.h"
#include "core/report/report.h"
#include "tests/support/dial.h"
#include "tests/support/liveserver.h"
#include "tests/support/watchserver.h"

#include <QtTest/QTest>

using namespace faultline;
using namespace faultline::test;
using namespace Qt::StringLiterals;
using model::Kind;
using model::Unseen;

/// Servers of another time, servers that lack groups, and watches that say what no API server says: what a person reads
/// of it, and that what can be read is read.
class OddServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerOfAnotherTimeIsReadAndSaidToBeOne_data();
    void aServerOfAnotherTimeIsReadAndSaidToBeOne();
    void groupsThatAreMissingAreSaidAndTheRestIsRead();
    void aServerOfTheCoreGroupAloneIsRead();
    void aGroupWhoseServerIsDownIsAFailureOfThatKindAlone();
    void aVersionOfNonsenseIsNoVersion_data();
    void aVersionOfNonsenseIsNoVersion();
    void aVersionThatIsAlwaysGoneIsAskedForMoreAndMoreSeldom();
};

namespace {

QByteArray groupsJson(const QByteArrayList &groupVersions)
{
    std::map<QByteArray, QByteArrayList> versions;
    for (const QByteArray &each : groupVersions)
        versions[each.left(each.indexOf('/'))] += each.mid(each.indexOf('/') + 1);
    QByteArrayList groups;
    for (const auto &[group, names] : versions) {
        QByteArrayList entries;
        for (const QByteArray &name : names)
            entries += R"({"groupVersion":")" + group + '/' + name + R"(","version":")" + name + "\"}";
        groups += R"({"name":")" + group + R"(","versions":[)" + entries.join(',') + "]}";
    }
    return R"({"kind":"APIGroupList","groups":[)" + groups.join(',') + "]}";
}

QString reportOf(const source::Snapshot &snapshot, base::Language language = base::Language::English)
{
    static const auto guide = *guide::Guide::loadBuiltIn();
    report::Input input = investigation::reportInput(guide, *snapshot.cluster, {}, snapshot.origin);
    input.language = language;
    return report::toText(input, false);
}

/// One load of a server.
struct Reading {
    explicit Reading(const TestServer &server) : source(requestTo(server)), result(source) { source.load(); }
    bool isGood() { return result.wait() && result.errors.isEmpty(); }

    source::LiveSource source;
    Loaded result;
};

} // namespace

void OddServerTest::aServerOfAnotherTimeIsReadAndSaidToBeOne_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("zh");
    const auto json = [](const QByteArray &minor) {
        return R"({"major":"1","minor":")" + minor + R"(","gitVersion":"v1.)" + minor + ".0\"}";
    };
    QTest::newRow("1.19") << json("19") << u"Kubernetes 1.19, older than 1.20"_s << u"Kubernetes 1.19，早于 1.20"_s;
    QTest::newRow("1.20") << json("20") << QString() << QString();
    QTest::newRow("1.36") << json("36") << QString() << QString();
    QTest::newRow("1.37") << json("37") << u"Kubernetes 1.37, newer than 1.36"_s << u"Kubernetes 1.37，新于 1.36"_s;
    QTest::newRow("2.0") << QByteArray(R"({"major":"2","minor":"0","gitVersion":"v2.0.0"})")
                         << u"Kubernetes 2.0, newer than 1.36"_s << u"Kubernetes 2.0，新于 1.36"_s;
}

void OddServerTest::aServerOfAnotherTimeIsReadAndSaidToBeOne()
{
    QFETCH(QByteArray, version);
    QFETCH(QString, en);
    QFETCH(QString, zh);
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/version"_s, version);
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", {item("web-1")}));
    Reading reading(server);
    Loaded &result = reading.result;
    QVERIFY(reading.isGood());
    QCOMPARE(result.snapshot.cluster->pods().size(), size_t(1));
    QCOMPARE(model::remarkOn(result.snapshot.cluster->data().version).has_value(), !en.isEmpty());
    const QString told = reportOf(result.snapshot);
    QVERIFY2(told.contains(en.isEmpty() ? u"Kubernetes v1."_s : en), qPrintable(told));
    QVERIFY(en.isEmpty() != told.contains(u"than 1."_s));
    QVERIFY(reportOf(result.snapshot, base::Language::Chinese).contains(zh));
}

void OddServerTest::groupsThatAreMissingAreSaidAndTheRestIsRead()
{
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/apis"_s, groupsJson({"apps/v1"}));
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", {item("web-1")}));
    server.answerJson(u"/api/v1/endpoints"_s, listOf("EndpointsList", "v1", {item("web")}));
    Reading reading(server);
    Loaded &result = reading.result;
    QVERIFY(reading.isGood());
    const model::Cluster &cluster = *result.snapshot.cluster;
    QCOMPARE(cluster.pods().size(), size_t(1));
    QVERIFY(cluster.sees(Kind::Deployment));
    const auto &unseen = cluster.data().unseen;
    for (const Kind kind : {Kind::Ingress, Kind::NetworkPolicy, Kind::Job, Kind::StorageClass}) {
        QVERIFY2(!cluster.sees(kind), qPrintable(model::resourceName(kind)));
        QCOMPARE(unseen.at(kind).reason, Unseen::Reason::NotServed);
    }
    QCOMPARE(unseen.at(Kind::Ingress).detail, u"the server has no ingresses in the group networking.k8s.io"_s);
    // Endpoints tell what EndpointSlices would.
    QVERIFY(cluster.sees(Kind::EndpointSlice));
    const source::Progress *line = result.line(u"ingresses"_s);
    QVERIFY(line != nullptr);
    QCOMPARE(line->detail, unseen.at(Kind::Ingress).detail);
}

void OddServerTest::aServerOfTheCoreGroupAloneIsRead()
{
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/apis"_s, groupsJson({}));
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", {item("web-1")}));
    Reading reading(server);
    Loaded &result = reading.result;
    QVERIFY(reading.isGood());
    QCOMPARE(result.snapshot.cluster->pods().size(), size_t(1));
    QCOMPARE(result.snapshot.cluster->data().unseen.at(Kind::Deployment).reason, Unseen::Reason::NotServed);
}

/// As an aggregated API does whose Pods are away: the group is listed, its lists are 503.
void OddServerTest::aGroupWhoseServerIsDownIsAFailureOfThatKindAlone()
{
    TestServer server;
    serveCluster(server);
    server.answer(u"/apis/networking.k8s.io/v1/ingresses"_s,
                  {.status = 503, .body = TestServer::status(503, "ServiceUnavailable", "service unavailable")});
    server.answerJson(u"/api/v1/pods"_s, listOf("PodList", "v1", {item("web-1")}));
    Reading reading(server);
    Loaded &result = reading.result;
    QVERIFY(reading.isGood());
    const auto &unseen = result.snapshot.cluster->data().unseen;
    QCOMPARE(unseen.at(Kind::Ingress).reason, Unseen::Reason::Failed);
    QVERIFY(unseen.at(Kind::Ingress).detail.contains(u"service unavailable"_s));
    QVERIFY(!unseen.contains(Kind::IngressClass));
    QCOMPARE(result.snapshot.cluster->pods().size(), size_t(1));
}

void OddServerTest::aVersionOfNonsenseIsNoVersion_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("numbers") << QByteArray(R"({"major":1,"minor":20})");
    QTest::newRow("words") << QByteArray(R"({"major":"one","minor":"","gitVersion":"latest"})");
    QTest::newRow("too large a number") << QByteArray(R"({"major":"99999999999999999999","minor":"1"})");
    QTest::newRow("escape sequences") << QByteArray(R"({"major":"","minor":"","gitVersion":"\u001b[31mred\u202e"})");
}

void OddServerTest::aVersionOfNonsenseIsNoVersion()
{
    QFETCH(QByteArray, body);
    TestServer server;
    serveCluster(server);
    server.answerJson(u"/version"_s, body);
    Reading reading(server);
    Loaded &result = reading.result;
    QVERIFY(reading.isGood());
    QCOMPARE(result.snapshot.cluster->data().version.major, 0);
    const QString told = reportOf(result.snapshot);
    QVERIFY(!told.contains(QChar(0x1b)));
    QVERIFY(!told.contains(QChar(0x202e)));
}

/// etcd compacts every five minutes; a server that says 410 of each version that it has just given would have every Pod
/// listed again and again, as fast as it answers.
void OddServerTest::aVersionThatIsAlwaysGoneIsAskedForMoreAndMoreSeldom()
{
    TestServer server;
    WatchServer watches(server);
    serveCluster(server);
    const QString pods = u"/api/v1/pods"_s;
    watches.answerAlways(pods, {.status = 410, .body = TestServer::status(410, "Expired", "too old")});
    Dial dial;
    source::LiveRequest request = requestTo(server);
    request.pace.watch = quickPace();
    request.pace.watch.longest = std::chrono::milliseconds(400);
    request.pace.senses = dial.senses();
    source::LiveSource source(request);
    Loaded result(source);
    source.follow();
    source.load();
    QVERIFY(result.wait());
    QTest::qWait(1'500);
    const qsizetype lists = server.requestsTo(pods).size() - watches.watches(pods).size();
    QVERIFY2(lists >= 3, QByteArray::number(lists).constData());
    QVERIFY2(lists <= 12, QByteArray::number(lists).constData());
}

QTEST_GUILESS_MAIN(OddServerTest)
#include "tst_oddserver.moc"
