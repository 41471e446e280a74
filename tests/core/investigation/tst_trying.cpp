#include "core/guide/wording.h"
#include "core/investigation/investigation.h"
#include "core/source/filesource.h"
#include "tests/support/testserver.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using investigation::Investigation;
using Reach = Investigation::Reach;

namespace {

// What a file holds, from a cluster that can be asked.
class AskableSource : public source::Source
{
    Q_OBJECT

public:
    AskableSource(source::Snapshot snapshot, const QUrl &server) : m_snapshot(std::move(snapshot))
    {
        kube::Connection connection;
        connection.server = server;
        m_client = *kube::Client::open(connection);
    }
    ~AskableSource() override { dropTrials(); }

    source::Origin origin() const override { return {}; }
    void load() override { Q_EMIT loaded(m_snapshot); }
    void cancel() override {}
    void fetchLogs(const std::vector<model::LogKey> & /*keys*/) override { Q_EMIT logsFetched({}); }
    void fetchRaw(const model::ObjectRef & /*ref*/) override {}

protected:
    kube::Client *clientForTrials() override { return m_client.get(); }

private:
    source::Snapshot m_snapshot;
    std::unique_ptr<kube::Client> m_client;
};

const guide::Step *stepOf(const guide::Diagnosis &diagnosis, const QString &node)
{
    for (const guide::Walk &walk : diagnosis.walks) {
        for (const guide::Step &step : walk.steps) {
            if (step.node == node) {
                return &step;
            }
        }
    }
    return nullptr;
}

} // namespace

class TestTrying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto guide = guide::Guide::loadBuiltIn();
        QVERIFY(guide.has_value());
        m_investigation = std::make_unique<Investigation>(*std::move(guide));
        m_server = std::make_unique<test::TestServer>();
        open(u"healthy-ingress"_s);
    }

    void cleanup() { m_investigation.reset(); }

    void nothingIsContactedBeforeSomebodyAsks()
    {
        const auto wanted = m_investigation->wantedTrials(m_investigation->selection(), Reach::Cluster);
        QVERIFY(std::any_of(wanted.begin(), wanted.end(),
                            [](const auto &key) { return key.way == model::TrialWay::PodTunnel && key.port == 8080; }));
        QVERIFY(std::none_of(wanted.begin(), wanted.end(),
                             [](const auto &key) { return key.way == model::TrialWay::Public; }));
        const auto open = m_investigation->wantedTrials(m_investigation->selection(), Reach::Public);
        QCOMPARE(open.size(), size_t(1));
        QCOMPARE(open.front().host, u"shop.example"_s);
        QTest::qWait(50);
        QVERIFY(m_server->requests().isEmpty());
        QVERIFY(stepOf(*m_investigation->diagnosis(), u"s_visit"_s)->notTried);
    }

    void whatCameOfItGoesIntoTheWalk()
    {
        const QString nameSpace = m_investigation->selection().nameSpace;
        const QString before =
            guide::headline(m_investigation->guide(), *m_investigation->diagnosis(), base::Language::English);
        m_server->answer(u"/api/v1/namespaces/%1/services/shop:80/proxy/"_s.arg(nameSpace), {.body = "hello"});
        m_server->answerJson(u"/api/v1/pods"_s, R"({"kind":"PodList","apiVersion":"v1","metadata":{},"items":[]})");
        QSignalSpy trying(m_investigation.get(), &Investigation::trying);
        const auto wanted = m_investigation->wantedTrials(m_investigation->selection(), Reach::Cluster);
        m_investigation->tryConnections(wanted);
        QVERIFY(m_investigation->isTrying());
        QTRY_VERIFY_WITH_TIMEOUT(m_investigation->isSettled(), 20'000);
        QCOMPARE(trying.size(), static_cast<qsizetype>(wanted.size()));
        const guide::Diagnosis &diagnosis = *m_investigation->diagnosis();
        const QString verdict = guide::headline(m_investigation->guide(), diagnosis, base::Language::English);
        QVERIFY2(verdict.contains(u"it answers"_s) && !before.contains(u"it answers"_s), qPrintable(verdict));
        const guide::Step *visit = stepOf(diagnosis, u"s_visit"_s);
        QCOMPARE(visit->answer, checks::Answer::Yes);
        QCOMPARE(visit->by, guide::AnsweredBy::Cluster);
        QVERIFY(!visit->notTried);
        QVERIFY(stepOf(diagnosis, u"s_declared"_s) == nullptr); // asked only while nobody has tried
        const guide::Step *access = stepOf(diagnosis, u"f_access"_s);
        QCOMPARE(access->automatic.unknownReason, u"trialNotPossible"_s);
        QVERIFY(!access->notTried);
        QCOMPARE(stepOf(diagnosis, u"n_visit"_s)->automatic.unknownReason, u"trialNotPossible"_s);
    }

    void aServiceThatLeadsNowhereIsFound()
    {
        const QString nameSpace = m_investigation->selection().nameSpace;
        m_server->answer(u"/api/v1/namespaces/%1/services/shop:80/proxy/"_s.arg(nameSpace),
                         {.status = 503,
                          .body = test::TestServer::status(503, "ServiceUnavailable",
                                                           "error trying to reach service: dial tcp 10.0.0.7:8080: "
                                                           "connect: connection refused")});
        m_investigation->tryConnections(m_investigation->wantedTrials(m_investigation->selection(), Reach::Cluster));
        QTRY_VERIFY_WITH_TIMEOUT(m_investigation->isSettled(), 20'000);
        const guide::Finding *primary = m_investigation->diagnosis()->primary();
        QVERIFY(primary != nullptr);
        QCOMPARE(primary->layer, guide::Layer::Service);
        QCOMPARE(m_investigation->diagnosis()->health, guide::Health::Fault);
    }

    void aTunnelToAServiceLeadsToAReadyPodAndItsPort()
    {
        const auto forward = m_investigation->openForward(serviceKey(80));
        QVERIFY2(forward.has_value(), forward ? "" : qPrintable(forward.error().toString()));
        QVERIFY(forward->target.pod.startsWith(u"shop-"_s));
        QCOMPARE(forward->target.port, quint16(8080));
        QVERIFY(m_investigation->forwards() == std::vector{*forward});
        QCOMPARE(m_investigation->openForward(serviceKey(4711)).error().kind, base::Error::Kind::NotFound);
        model::TrialKey gone = serviceKey(80);
        gone.object.name = u"nobody"_s;
        QCOMPARE(m_investigation->openForward(gone).error().kind, base::Error::Kind::NotFound);
    }

    void aTunnelEndsWithItsSource()
    {
        QVERIFY(m_investigation->openForward(serviceKey(80)));
        QSignalSpy changed(m_investigation.get(), &Investigation::forwardsChanged);
        open(u"not-ready"_s);
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_investigation->forwards().empty());
    }

    void withoutAReadyPodNoTunnelIsOpened()
    {
        open(u"not-ready"_s);
        const auto services = m_investigation->cluster()->servicesIn(m_investigation->selection().nameSpace);
        QVERIFY(!services.empty());
        model::TrialKey key;
        key.object = services.front().ref();
        key.port = services.front().ports.front().port;
        const auto forward = m_investigation->openForward(key);
        QVERIFY(!forward);
        QCOMPARE(forward.error().kind, base::Error::Kind::NotFound);
        QVERIFY(forward.error().toString().contains(u"ready"_s));
    }

private:
    void open(const QString &sample)
    {
        const auto read = source::readFiles(source::sampleRequest(sample));
        QVERIFY(read.has_value());
        m_investigation->open(std::make_unique<AskableSource>(*read, m_server->url()));
        QTRY_VERIFY(m_investigation->isSettled() && m_investigation->diagnosis() != nullptr);
    }

    model::TrialKey serviceKey(int port) const
    {
        model::TrialKey key;
        key.way = model::TrialWay::ServiceProxy;
        key.object = {model::Kind::Service, m_investigation->selection().nameSpace, u"shop"_s};
        key.port = port;
        return key;
    }

    std::unique_ptr<Investigation> m_investigation;
    std::unique_ptr<test::TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestTrying)
#include "tst_trying.moc"
