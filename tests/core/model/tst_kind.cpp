#include "core/model/kind.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;

class TestKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsFoundByItsOwnNames()
    {
        for (const Kind kind : allKinds()) {
            const QString group = apiGroup(kind);
            const QString apiVersion = group.isEmpty() ? u"v1"_s : group + u"/v1"_s;
            QCOMPARE(kindFrom(apiVersion, kindName(kind)), kind);
            QCOMPARE(kindFromName(kindName(kind)), kind);
            QCOMPARE(kindFromWord(kindName(kind)), kind);
            QCOMPARE(kindFromWord(resourceName(kind)), kind);
            QCOMPARE(kindFromWord(resourceName(kind).toUpper()), kind);
        }
    }

    void wordsThatPeopleTypeAreUnderstood_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char *word, const char *kind) {
            QTest::newRow(word) << QString::fromLatin1(word) << QString::fromLatin1(kind);
        };
        row("po", "Pod");
        row("rs", "ReplicaSet");
        row("deploy", "Deployment");
        row("deployment.apps", "Deployment");
        row("deployments.v1.apps", "Deployment");
        row("deployments.extensions", "Deployment");
        row("sts", "StatefulSet");
        row("ds", "DaemonSet");
        row("cj", "CronJob");
        row("rc", "ReplicationController");
        row("svc", "Service");
        row("services.v1.", "Service");
        row("ep", "Endpoints");
        row("ing", "Ingress");
        row("netpol", "NetworkPolicy");
        row("no", "Node");
        row("ns", "Namespace");
        row("ev", "Event");
        row("events.events.k8s.io", "Event");
        row("cm", "ConfigMap");
        row("sa", "ServiceAccount");
        row("pvc", "PersistentVolumeClaim");
        row("pv", "PersistentVolume");
        row("sc", "StorageClass");
        row("quota", "ResourceQuota");
        row("limits", "LimitRange");
        row("hpa", "HorizontalPodAutoscaler");
        row("gtw", "Gateway");
        row("gateways.gateway.networking.k8s.io", "Gateway");
        row("gateways.networking.istio.io", "Unknown");
        row("", "Unknown");
        row("unknown", "Unknown");
        row("rollout", "Unknown");
        row("services.serving.knative.dev", "Unknown");
    }
    void wordsThatPeopleTypeAreUnderstood()
    {
        QFETCH(QString, word);
        QFETCH(QString, kind);
        QCOMPARE(kindName(kindFromWord(word)), kind);
    }

    void aKindOfAnotherGroupIsNotTaken()
    {
        QCOMPARE(kindFrom(u"serving.knative.dev/v1", u"Service"), Kind::Unknown);
        QCOMPARE(kindFrom(u"v1", u"Deployment"), Kind::Unknown);
        QCOMPARE(kindFrom(u"apps/v1", u"Pod"), Kind::Unknown);
        QCOMPARE(kindFrom(u"v1", u"pod"), Kind::Unknown);
        QCOMPARE(kindFrom(u"v1", u"Unknown"), Kind::Unknown);
        QCOMPARE(kindFrom(u"v1", u""), Kind::Unknown);
    }

    void olderGroupsAreTakenForTheirSuccessors()
    {
        QCOMPARE(kindFrom(u"extensions/v1beta1", u"Ingress"), Kind::Ingress);
        QCOMPARE(kindFrom(u"extensions/v1beta1", u"Deployment"), Kind::Deployment);
        QCOMPARE(kindFrom(u"networking.k8s.io/v1beta1", u"Ingress"), Kind::Ingress);
        QCOMPARE(kindFrom(u"events.k8s.io/v1", u"Event"), Kind::Event);
        QCOMPARE(kindFrom(u"extensions/v1beta1", u"StatefulSet"), Kind::Unknown);
    }

    void sixKindsHaveNoNamespace()
    {
        QStringList clusterWide;
        for (const Kind kind : allKinds()) {
            if (!isNamespaced(kind)) {
                clusterWide.append(kindName(kind));
            }
        }
        QCOMPARE(clusterWide, QStringList({u"IngressClass"_s, u"Node"_s, u"Namespace"_s, u"PersistentVolume"_s,
                                           u"StorageClass"_s, u"GatewayClass"_s}));
    }
};

QTEST_GUILESS_MAIN(TestKind)
#include "tst_kind.moc"
