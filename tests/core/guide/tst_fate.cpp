#include "core/guide/wording.h"
#include "tests/support/casefile.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;
using base::Language;
using guide::CommonFactor;
using guide::Fate;
using What = guide::CommonFactor::What;

namespace {

/// One Pod of Deployment web by what may be common.
struct PodSketch {
    QByteArray name;
    QByteArray replicaSet;
    QByteArray node;
    bool works = true;
    QByteArray image = "app:1";
    QByteArray digest = "app@sha256:aaa";
    QByteArray claim = {};
};

QByteArray podYaml(const PodSketch &pod)
{
    const QByteArray state = pod.works ? "{running: {startedAt: 2026-11-23T11:00:00Z}}"
                                       : "{waiting: {reason: CrashLoopBackOff, message: back-off 5m0s restarting}}";
    const QByteArray last =
        pod.works ? QByteArray()
                  : QByteArray(", lastState: {terminated: {exitCode: 1, reason: Error, startedAt: "
                               "2026-11-23T11:58:00Z, finishedAt: 2026-11-23T11:58:01Z}}, restartCount: 9");
    const QByteArray volumes = pod.claim.isEmpty()
                                   ? QByteArray()
                                   : ", volumes: [{name: data, persistentVolumeClaim: {claimName: " + pod.claim + "}}]";
    return "- {apiVersion: v1, kind: Pod, metadata: {name: " + pod.name +
           ", namespace: shop, labels: {app: web}, ownerReferences: [{kind: ReplicaSet, apiVersion: apps/v1, name: " +
           pod.replicaSet + ", uid: u-" + pod.replicaSet + ", controller: true}]}, spec: {nodeName: " + pod.node +
           ", containers: [{name: app, image: \"" + pod.image + "\"}]" + volumes +
           "}, status: {phase: Running, conditions: [{type: Ready, status: \"" + (pod.works ? "True" : "False") +
           "\"}], containerStatuses: [{name: app, ready: " + (pod.works ? "true" : "false") + ", imageID: \"" +
           pod.digest + "\", state: " + state + last + "}]}}\n";
}

constexpr auto kAround = R"(now: "2026-11-23T12:00:00Z"
objects:
- {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
- {apiVersion: v1, kind: Node, metadata: {name: n1, labels: {topology.kubernetes.io/zone: east}}}
- {apiVersion: v1, kind: Node, metadata: {name: n2, labels: {topology.kubernetes.io/zone: east}}}
- {apiVersion: v1, kind: Node, metadata: {name: n3, labels: {topology.kubernetes.io/zone: west}}}
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: shop, uid: u-web, generation: 1}
  spec: {replicas: 4, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: "app:1"}]}}}
  status: {observedGeneration: 1, replicas: 4}
)";

QByteArray replicaSetYaml(const QByteArray &name, int revision)
{
    return "- {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: " + name + ", namespace: shop, uid: u-" + name +
           ", annotations: {deployment.kubernetes.io/revision: \"" + QByteArray::number(revision) +
           "\"}, ownerReferences: [{kind: Deployment, apiVersion: apps/v1, name: web, uid: u-web, controller: true}]}, "
           "spec: {replicas: 2, selector: {matchLabels: {app: web}}}, status: {replicas: 2}}\n";
}

/// The fate of the primary finding.
Fate fateOf(const std::vector<PodSketch> &pods)
{
    QByteArray yaml = kAround + replicaSetYaml("web-old", 1) + replicaSetYaml("web-new", 2);
    for (const PodSketch &pod : pods)
        yaml += podYaml(pod);
    const auto cluster = test::clusterFromYaml(yaml);
    static const auto guide = guide::Guide::loadBuiltIn();
    if (!cluster || !guide)
        qFatal("%s", qPrintable(cluster ? guide.error().toString() : cluster.error().toString()));
    const guide::Diagnosis diagnosis =
        guide::diagnose(*guide, **cluster, {model::Kind::Deployment, u"shop"_s, u"web"_s});
    if (!diagnosis.primary() || diagnosis.primary()->layer != guide::Layer::Pods)
        qFatal("the test's own cluster has no broken Pod");
    return diagnosis.primary()->fate;
}

} // namespace

class TestFate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOneNodeIsNamedAndItsZoneIsNot()
    {
        const Fate fate = fateOf({{"a", "web-new", "n3", false},
                                  {"b", "web-new", "n3", false},
                                  {"c", "web-new", "n1"},
                                  {"d", "web-new", "n2"}});
        QCOMPARE(fate, (Fate{2, 4, 2, {{What::Node, u"n3"_s}}}));
        QCOMPARE(guide::fateText(fate, Language::English), u"2 of 4 Pods, all on node n3 (none of the 2 that work)"_s);
        QCOMPARE(guide::fateText(fate, Language::Chinese),
                 u"4 个 Pod 中的 2 个，都在节点 n3 上（正常的 2 个都不是）"_s);
    }

    void aZoneIsNamedWhereTheNodesDiffer()
    {
        const Fate fate =
            fateOf({{"a", "web-new", "n1", false}, {"b", "web-new", "n2", false}, {"c", "web-new", "n3"}});
        QCOMPARE(fate, (Fate{2, 3, 1, {{What::Zone, u"east"_s}}}));
        QVERIFY(guide::fateText(fate, Language::English).endsWith(u"(the one that works is not)"_s));
    }

    void aNodeThatWorkingPodsShareIsNoFactor()
    {
        QCOMPARE(fateOf({{"a", "web-new", "n1", false}, {"b", "web-new", "n1", false}, {"c", "web-new", "n1"}}).common,
                 std::vector<CommonFactor>());
    }

    void aSinglePodSharesNothingByItsNode()
    {
        const Fate fate = fateOf({{"a", "web-new", "n3", false}, {"b", "web-new", "n1"}});
        QCOMPARE(fate, (Fate{1, 2, 1, {}}));
        QCOMPARE(guide::fateText(fate, Language::English), u"1 of 2 Pods"_s);
    }

    void theNewTemplateIsNamedWithItsImage()
    {
        const Fate fate = fateOf(
            {{"a", "web-new", "n1", false, "app:2", "app@sha256:bbb"}, {"b", "web-old", "n1"}, {"c", "web-old", "n2"}});
        QCOMPARE(fate, (Fate{1, 3, 2, {{What::ReplicaSet, u"web-new"_s}, {What::Image, u"app:2"_s}}}));
        QCOMPARE(guide::fateText(fate, Language::English),
                 u"1 of 3 Pods, of ReplicaSet web-new, with image app:2 (none of the 2 that work)"_s);
    }

    void oneTagThatIsTwoImagesIsNamedByItsDigest()
    {
        QCOMPARE(fateOf({{"a", "web-new", "n1", false, "app:1", "app@sha256:bbb"},
                         {"b", "web-new", "n2", false, "app:1", "app@sha256:bbb"},
                         {"c", "web-new", "n1"},
                         {"d", "web-new", "n2"}})
                     .common,
                 (std::vector<CommonFactor>{{What::Digest, u"sha256:bbb"_s}}));
    }

    void aVolumeIsNamed()
    {
        QCOMPARE(fateOf({{"a", "web-new", "n1", false, "app:1", "app@sha256:aaa", "data"},
                         {"b", "web-new", "n2", false, "app:1", "app@sha256:aaa", "data"},
                         {"c", "web-new", "n1"},
                         {"d", "web-new", "n2", true, "app:1", "app@sha256:aaa", "other"}})
                     .common,
                 (std::vector<CommonFactor>{{What::Claim, u"data"_s}}));
    }

    void whereNothingWorksNothingIsCompared()
    {
        const Fate fate = fateOf({{"a", "web-new", "n1", false}, {"b", "web-new", "n1", false}});
        QCOMPARE(fate, (Fate{2, 2, 0, {}}));
        QCOMPARE(guide::fateText(fate, Language::English), u"all 2 Pods"_s);
        QCOMPARE(guide::fateText(fateOf({{"a", "web-new", "n1", false}}), Language::English), QString());
    }
};

QTEST_GUILESS_MAIN(TestFate)
#include "tst_fate.moc"
