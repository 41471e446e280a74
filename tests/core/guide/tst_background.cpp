#include "core/guide/background.h"
#include "tests/support/casefile.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using guide::Diagnosis;
using model::Kind;

namespace {

QByteArray node(const QByteArray &name, const QByteArray &ready)
{
    return "  - {apiVersion: v1, kind: Node, metadata: {name: " + name +
           ", creationTimestamp: '2026-10-01T08:00:00Z'}, status: {conditions: [{type: Ready, status: '" + ready +
           "', reason: R, message: m, lastTransitionTime: '2026-11-23T11:00:00Z'}]}}\n";
}

/// A bare Pod that mounts the claim `data`; without a node the scheduler has not placed it.
QByteArray pod(const QByteArray &state)
{
    return "  - {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}, "
           "creationTimestamp: '2026-11-23T11:00:00Z'}, spec: {" +
           QByteArray(state == "Running" ? "nodeName: n1, " : "") +
           "containers: [{name: web, image: 'shop/web:1'}], volumes: [{name: data, persistentVolumeClaim: "
           "{claimName: data}}]}, status: {phase: " +
           state + ", startTime: '2026-11-23T11:00:00Z', podIP: 10.0.0.1, conditions: [{type: Ready, status: '" +
           (state == "Running" ? "True" : "False") +
           "'}], containerStatuses: [{name: web, ready: " + (state == "Running" ? "true" : "false") +
           ", started: true, state: {" +
           (state == "Running" ? "running: {startedAt: '2026-11-23T11:00:00Z'}" : "waiting: {}") + "}}]}}\n";
}

const QByteArray kClaim = "  - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop, "
                          "creationTimestamp: '2026-11-23T11:00:00Z'}, spec: {storageClassName: fsat}, "
                          "status: {phase: Pending}}\n";

const QByteArray kBudget = "  - {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: web, namespace: "
                           "shop}, spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}, status: "
                           "{disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 1, expectedPods: 2}}\n";

model::ClusterPtr cluster(const QByteArray &objects, const QByteArray &more = {})
{
    const auto made = test::clusterFromYaml("now: '2026-11-23T12:00:00Z'\n" + more + "objects:\n" + objects);
    return made ? *made : nullptr;
}

} // namespace

class TestBackground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void healthyNodesAreLeftOut();
    void withoutApplicationsTheHealthyOnesAreAllThereIs();
    void hiddenNodesMakeNoNoise();
    void aClaimThatAnApplicationInTroubleMountsIsFolded();
    void aClaimOfItsOwnIsASubject();
    void aBudgetThatFollowsIsFolded();
    void aChartShowsOneSideAlone();

private:
    QStringList listed(const model::ClusterPtr &of) const;

    std::unique_ptr<guide::Guide> m_guide;
};

void TestBackground::initTestCase()
{
    auto loaded = guide::Guide::loadBuiltIn();
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().toString()));
    m_guide = std::make_unique<guide::Guide>(*std::move(loaded));
}

QStringList TestBackground::listed(const model::ClusterPtr &of) const
{
    QStringList subjects;
    for (const Diagnosis &diagnosis : guide::diagnoseAll(*m_guide, *of))
        subjects.append(diagnosis.subject.toString());
    return subjects;
}

void TestBackground::healthyNodesAreLeftOut()
{
    QByteArray objects = pod("Running");
    for (int i = 1; i <= 500; ++i)
        objects += node("n" + QByteArray::number(i), i == 7 ? "Unknown" : "True");
    QCOMPARE(listed(cluster(objects)), (QStringList{u"Pod/shop/web"_s, u"Node/n7"_s}));
}

void TestBackground::withoutApplicationsTheHealthyOnesAreAllThereIs()
{
    QCOMPARE(listed(cluster(node("n1", "True"))), QStringList{u"Node/n1"_s});
}

void TestBackground::hiddenNodesMakeNoNoise()
{
    QCOMPARE(listed(cluster(pod("Running"), "unseen: {nodes: forbidden, poddisruptionbudgets: forbidden}\n")),
             QStringList{u"Pod/shop/web"_s});
}

void TestBackground::aClaimThatAnApplicationInTroubleMountsIsFolded()
{
    QCOMPARE(listed(cluster(node("n1", "True") + pod("Pending") + kClaim)), QStringList{u"Pod/shop/web"_s});
}

void TestBackground::aClaimOfItsOwnIsASubject()
{
    QCOMPARE(listed(cluster(node("n1", "True") + kClaim)),
             (QStringList{u"Node/n1"_s, u"PersistentVolumeClaim/shop/data"_s}));
}

void TestBackground::aBudgetThatFollowsIsFolded()
{
    QVERIFY(!listed(cluster(pod("Pending") + kBudget)).contains(u"PodDisruptionBudget/shop/web"_s));
    QVERIFY(listed(cluster(pod("Running") + node("n1", "True") + kBudget)).contains(u"PodDisruptionBudget/shop/web"_s));
}

void TestBackground::aChartShowsOneSideAlone()
{
    const auto has = [](const std::vector<guide::Node> &nodes, const QString &id) {
        return std::any_of(nodes.begin(), nodes.end(), [&](const guide::Node &one) { return one.id == id; });
    };
    const auto applications = guide::nodesFor(*m_guide, Kind::Deployment);
    QVERIFY(has(applications, m_guide->root()));
    QVERIFY(!has(applications, m_guide->kindEntry(Kind::Node)));
    const auto nodes = guide::nodesFor(*m_guide, Kind::Node);
    QVERIFY(has(nodes, u"res_node_silent"_s));
    QVERIFY(!has(nodes, m_guide->root()));
    QVERIFY(!has(nodes, m_guide->kindEntry(Kind::PodDisruptionBudget)));
}

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
