#include "tests/support/decoded.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;
using faultline::base::Quantity;
using faultline::base::Timestamp;
using faultline::test::decoded;

namespace {

constexpr const char *kPod = R"({"apiVersion":"v1","kind":"Pod",
  "metadata":{"name":"web-1","namespace":"shop","uid":"u-1","resourceVersion":"7","generation":3,
    "creationTimestamp":"2026-11-23T11:00:00Z","labels":{"app":"web"},"finalizers":["f"],
    "annotations":{"kubectl.kubernetes.io/default-container":"web","kubectl.kubernetes.io/last-applied-configuration":"{}"},
    "managedFields":[{"manager":"kubelet","fieldsV1":{"f:spec":{}}}],
    "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"web","uid":"r-1","controller":true}]},
  "spec":{"nodeName":"node1","serviceAccountName":"robot","priorityClassName":"high","runtimeClassName":"gvisor",
    "hostNetwork":true,"nodeSelector":{"disk":"ssd"},"imagePullSecrets":[{"name":"registry"}],
    "schedulingGates":[{"name":"gate"}],"readinessGates":[{"conditionType":"lb"}],
    "securityContext":{"runAsNonRoot":true,"runAsUser":1000},"overhead":{"cpu":"10m"},
    "affinity":{"nodeAffinity":{}},"topologySpreadConstraints":[{"maxSkew":1}],
    "tolerations":[{"key":"a","effect":"NoSchedule"},{"operator":"Exists"}],
    "initContainers":[{"name":"init","image":"tool:1","restartPolicy":"Always"}],
    "containers":[{"name":"web","image":"reg.io:5000/web","command":["run"],"args":["-v"],
      "ports":[{"name":"http","containerPort":8080}],
      "resources":{"limits":{"memory":"64Mi","cpu":2},"requests":{"cpu":"500m"}},
      "securityContext":{"runAsUser":0},"lifecycle":{"postStart":{"exec":{"command":["x"]}}},
      "livenessProbe":{"httpGet":{"port":"http"}},
      "readinessProbe":{"tcpSocket":{"port":8080},"periodSeconds":3,"timeoutSeconds":0},
      "startupProbe":{"grpc":{"port":9},"failureThreshold":30},
      "env":[{"name":"A","value":"plain"},{"name":"B","valueFrom":{"configMapKeyRef":{"name":"conf","key":"b"}}},
             {"name":"C","valueFrom":{"secretKeyRef":{"name":"sec","key":"c","optional":true}}},
             {"name":"D","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"}}}],
      "envFrom":[{"configMapRef":{"name":"all"}},{"secretRef":{"name":"allsec"}}]}],
    "volumes":[{"name":"v0","configMap":{"name":"files","items":[{"key":"k1","path":"p"},{"key":"k2","path":"q"}]}},
      {"name":"v1","secret":{"secretName":"tls"}},{"name":"v2","persistentVolumeClaim":{"claimName":"data"}},
      {"name":"kube-api-access-x1y2z","projected":{"sources":[{"serviceAccountToken":{"path":"token"}},
        {"configMap":{"name":"kube-root-ca.crt","items":[{"key":"ca.crt","path":"ca.crt"}]}}]}},
      {"name":"v4","emptyDir":{}},{"name":"v5","nfs":{"server":"s"}}]},
  "status":{"phase":"Running","podIP":"10.0.0.1","startTime":"2026-11-23T11:00:01Z",
    "conditions":[{"type":"Ready","status":"False","reason":"ContainersNotReady","message":"m","lastTransitionTime":"2026-11-23T11:00:02Z"}],
    "initContainerStatuses":[{"name":"init","ready":true,"started":true,"state":{"running":{"startedAt":"2026-11-23T11:00:01Z"}}}],
    "containerStatuses":[{"name":"web","image":"i","imageID":"sha","ready":false,"restartCount":2,
      "state":{"waiting":{"reason":"CrashLoopBackOff","message":"back-off"}},
      "lastState":{"terminated":{"exitCode":137,"signal":9,"reason":"OOMKilled","finishedAt":"2026-11-23T11:00:09Z"}}}]}})";

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPodKeepsWhatChecksAskFor()
    {
        const ClusterData data = decoded(kPod);
        QCOMPARE(data.pods.size(), size_t{1});
        const Pod &pod = data.pods.front();
        QCOMPARE(pod.meta.name, u"web-1"_s);
        QCOMPARE(pod.meta.nameSpace, u"shop"_s);
        QCOMPARE(pod.meta.uid, u"u-1"_s);
        QCOMPARE(pod.meta.generation, qint64{3});
        QCOMPARE(pod.meta.finalizers, QStringList{u"f"_s});
        QCOMPARE(pod.meta.annotations.size(), size_t{1});
        QCOMPARE(pod.meta.annotations.value(u"kubectl.kubernetes.io/default-container"), u"web"_s);
        QCOMPARE(pod.meta.owners, (std::vector{OwnerReference{u"ReplicaSet"_s, u"web"_s, u"r-1"_s, true}}));
        QCOMPARE(pod.nodeName, u"node1"_s);
        QCOMPARE(pod.podIPs, QStringList{u"10.0.0.1"_s});
        QCOMPARE(podStatusWord(pod), u"CrashLoopBackOff"_s);
        QCOMPARE(pod.status(u"web")->lastState.exitCode, 137);
        QCOMPARE(pod.status(u"web")->lastState.phase, ContainerState::Phase::Terminated);
        QCOMPARE(pod.status(u"init")->started, std::optional(true));
        QCOMPARE(findCondition(pod.conditions, u"Ready")->reason, u"ContainersNotReady"_s);
        QCOMPARE(faultline::model::newestTime(data), Timestamp::parse(u"2026-11-23T11:00:09Z"));
    }

    void aSignOfLifeIsATimeToo()
    {
        const ClusterData data = decoded(R"({"apiVersion": "v1", "kind": "Node", "metadata": {"name": "node1",
            "creationTimestamp": "2026-11-01T08:00:00Z"}, "status": {"conditions": [{"type": "Ready", "status": "True",
            "lastTransitionTime": "2026-11-01T08:00:20Z", "lastHeartbeatTime": "2026-11-23T11:04:31Z"}]}})");
        QCOMPARE(faultline::model::newestTime(data), Timestamp::parse(u"2026-11-23T11:04:31Z"));
    }

    void aPodSpecKeepsWhatChecksAskFor()
    {
        const ClusterData data = decoded(kPod);
        const PodSpec &spec = *data.pods.front().spec;
        QCOMPARE(spec.serviceAccountName, u"robot"_s);
        QCOMPARE(spec.priorityClassName, u"high"_s);
        QCOMPARE(spec.runtimeClassName, u"gvisor"_s);
        QCOMPARE(spec.nodeSelector, (Labels{{u"disk"_s, u"ssd"_s}}));
        QCOMPARE(spec.imagePullSecrets, QStringList{u"registry"_s});
        QCOMPARE(spec.schedulingGates, QStringList{u"gate"_s});
        QCOMPARE(spec.readinessGates, QStringList{u"lb"_s});
        QCOMPARE(spec.runAsNonRoot, std::optional(true));
        QCOMPARE(spec.runAsUser, std::optional(qint64{1000}));
        QVERIFY(spec.hasAffinity && spec.hasTopologySpread && spec.hostNetwork);
        QCOMPARE(spec.tolerations, (std::vector{Toleration{u"a"_s, u"Equal"_s, {}, u"NoSchedule"_s},
                                                Toleration{{}, u"Exists"_s, {}, {}}}));
        QVERIFY(isSidecar(spec.initContainers.front()));
        QCOMPARE(spec.overhead.at(u"cpu"_s).milli, qint64{10});
    }

    void aContainerGetsTheDefaultsOfTheServer()
    {
        const ClusterData data = decoded(kPod);
        const PodSpec &spec = *data.pods.front().spec;
        QCOMPARE(spec.restartPolicy, u"Always"_s);
        QCOMPARE(spec.schedulerName, u"default-scheduler"_s);
        const Container &web = *spec.container(u"web");
        QCOMPARE(web.imagePullPolicy, u"Always"_s);
        QCOMPARE(spec.container(u"init")->imagePullPolicy, u"IfNotPresent"_s);
        QCOMPARE(web.ports, (std::vector{ContainerPort{u"http"_s, 8080, 8080, u"TCP"_s}}));
        QCOMPARE(web.limits.at(u"cpu"_s).milli, qint64{2000});
        QCOMPARE(web.requests.at(u"cpu"_s).milli, qint64{500});
        QCOMPARE(web.requests.at(u"memory"_s), *Quantity::parse(u"64Mi"));
        QCOMPARE(web.runAsUser, std::optional(qint64{0}));
        QVERIFY(!web.runAsNonRoot.has_value());
        QVERIFY(web.hasPostStart);
    }

    void probesGetTheDefaultsOfTheServer()
    {
        const ClusterData data = decoded(kPod);
        const Container &web = data.pods.front().spec->containers.front();
        QCOMPARE(web.liveness->action, Probe::Action::HttpGet);
        QCOMPARE(web.liveness->path, u"/"_s);
        QCOMPARE(web.liveness->scheme, u"HTTP"_s);
        QCOMPARE(web.liveness->port.name, u"http"_s);
        QCOMPARE(web.liveness->failureThreshold, 3);
        QCOMPARE(web.readiness->action, Probe::Action::TcpSocket);
        QCOMPARE(web.readiness->periodSeconds, 3);
        QCOMPARE(web.readiness->timeoutSeconds, 1);
        QCOMPARE(web.startup->action, Probe::Action::Grpc);
        QCOMPARE(web.startup->port.number, 9);
        QCOMPARE(web.startup->failureThreshold, 30);
    }

    void referencesToConfigMapsAndSecretsSayWhereTheyStand()
    {
        const ClusterData data = decoded(kPod);
        QStringList lines;
        for (const ConfigReference &reference : data.pods.front().spec->configReferences) {
            lines.append(u"%1 %2 %3 [%4] %5%6"_s.arg(reference.fieldPath, kindName(reference.kind), reference.name,
                                                     reference.keys.join(u','), reference.container,
                                                     reference.optional ? u" optional"_s : QString()));
        }
        QCOMPARE(lines,
                 (QStringList{u"containers[0].env[1] ConfigMap conf [b] web"_s,
                              u"containers[0].env[2] Secret sec [c] web optional"_s,
                              u"containers[0].envFrom[0] ConfigMap all [] web"_s,
                              u"containers[0].envFrom[1] Secret allsec [] web"_s,
                              u"volumes[0] ConfigMap files [k1,k2] "_s, u"volumes[1] Secret tls [] "_s,
                              u"volumes[3].projected.sources[1].configMap ConfigMap kube-root-ca.crt [ca.crt] "_s}));
    }

    void volumesSayWhatTheyAre()
    {
        const ClusterData data = decoded(kPod);
        using Source = Volume::Source;
        QCOMPARE(
            data.pods.front().spec->volumes,
            (std::vector{Volume{u"v0"_s, Source::ConfigMap, u"files"_s}, Volume{u"v1"_s, Source::Secret, u"tls"_s},
                         Volume{u"v2"_s, Source::Claim, u"data"_s}, Volume{u"kube-api-access"_s, Source::Projected, {}},
                         Volume{u"v4"_s, Source::EmptyDir, {}}, Volume{u"v5"_s, Source::Other, {}}}));
    }

    void pullPolicyFollowsTheTag_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("policy");
        QTest::newRow("no tag") << u"web"_s << u"Always"_s;
        QTest::newRow("latest") << u"web:latest"_s << u"Always"_s;
        QTest::newRow("a tag") << u"web:1.2"_s << u"IfNotPresent"_s;
        QTest::newRow("a port is no tag") << u"reg:5000/web"_s << u"Always"_s;
        QTest::newRow("a port and a tag") << u"reg:5000/web:1"_s << u"IfNotPresent"_s;
        QTest::newRow("a digest") << u"web@sha256:0123"_s << u"IfNotPresent"_s;
        QTest::newRow("latest with a digest") << u"web:latest@sha256:0123"_s << u"Always"_s;
    }
    void pullPolicyFollowsTheTag()
    {
        QFETCH(QString, image);
        QFETCH(QString, policy);
        const ClusterData data = decoded(
            QByteArray(
                R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"%1"}]}})")
                .replace("%1", image.toUtf8()));
        QCOMPARE(data.pods.front().spec->containers.front().imagePullPolicy, policy);
    }

    void aTypedListIsReadWhereverItsKindStands_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("first") << QByteArray(
            R"({"kind":"PodList","apiVersion":"v1","metadata":{"continue":"more","resourceVersion":"9"},"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}]})");
        QTest::newRow("last") << QByteArray(
            R"({"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}],"metadata":{"continue":"more","resourceVersion":"9"},"kind":"PodList","apiVersion":"v1"})");
        QTest::newRow("sorted keys") << QByteArray(
            R"({"apiVersion":"v1","items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}],"kind":"PodList","metadata":{"continue":"more","resourceVersion":"9"}})");
        QTest::newRow("bare List, kinds last") << QByteArray(
            R"({"items":[{"metadata":{"name":"a"},"kind":"Pod","apiVersion":"v1"},{"metadata":{"name":"b"},"kind":"Pod","apiVersion":"v1"}],"metadata":{"continue":"more","resourceVersion":"9"},"kind":"List","apiVersion":"v1"})");
    }
    void aTypedListIsReadWhereverItsKindStands()
    {
        QFETCH(QByteArray, json);
        ClusterData data;
        Decoder decoder(data);
        const auto summary = decoder.decode(json);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->warnings, QStringList());
        QCOMPARE(summary->counts, (std::map<Kind, int>{{Kind::Pod, 2}}));
        QCOMPARE(summary->continueToken, u"more"_s);
        QCOMPARE(summary->resourceVersion, u"9"_s);
        QCOMPARE(data.pods.at(1).meta.name, u"b"_s);
        QVERIFY(data.pods.at(0).spec != nullptr);
    }

    void listsMayStandInListsAndOtherKindsAreCounted()
    {
        ClusterData data;
        Decoder decoder(data);
        const auto summary = decoder.decode(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"List","apiVersion":"v1","items":[{"kind":"Service","apiVersion":"v1","metadata":{"name":"s"}}]},
            {"kind":"ConfigMapList","apiVersion":"v1","items":[{"metadata":{"name":"c"},"binaryData":{"z":"AA"},"data":{"b":"x","a":"y"}}]},
            {"kind":"Rollout","apiVersion":"argoproj.io/v1alpha1","metadata":{"name":"r"}},
            {"kind":"WidgetList","apiVersion":"x.io/v1","items":[{},{}]},
            {"kind":"Service","apiVersion":"serving.knative.dev/v1","metadata":{"name":"k"}}]})");
        QVERIFY(summary.has_value());
        QCOMPARE(summary->warnings, QStringList());
        QCOMPARE(summary->counts, (std::map<Kind, int>{{Kind::Service, 1}, {Kind::ConfigMap, 1}}));
        QCOMPARE(summary->otherKinds, (std::map<QString, int>{{u"Rollout"_s, 1}, {u"Service"_s, 1}, {u"Widget"_s, 2}}));
        QCOMPARE(data.configMaps.front().keys, (QStringList{u"a"_s, u"b"_s, u"z"_s}));
    }

    void metadataAloneStandsForTheKindThatWasAskedFor()
    {
        const QByteArray json =
            R"({"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","items":[{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"s","namespace":"shop"}}]})";
        ClusterData data;
        Decoder decoder(data);
        QCOMPARE(decoder.decode(json)->otherKinds, (std::map<QString, int>{{u"PartialObjectMetadata"_s, 1}}));
        QCOMPARE(decoder.decode(json, Kind::Secret)->counts, (std::map<Kind, int>{{Kind::Secret, 1}}));
        QCOMPARE(data.secrets.front().meta.name, u"s"_s);
    }

    void objectsWithoutANamespaceGetTheDefaultOne()
    {
        ClusterData data;
        Decoder decoder(data, u"team"_s);
        QVERIFY(decoder.decode(R"({"kind":"Service","apiVersion":"v1","metadata":{"name":"s"}})").has_value());
        QVERIFY(decoder.decode(R"({"kind":"Node","apiVersion":"v1","metadata":{"name":"n"}})").has_value());
        QVERIFY(
            decoder.decode(R"({"kind":"Job","apiVersion":"batch/v1","metadata":{"generateName":"j-"}})").has_value());
        QCOMPARE(data.services.front().meta.nameSpace, u"team"_s);
        QCOMPARE(data.nodes.front().meta.nameSpace, QString());
        QCOMPARE(data.workloads.front().meta.name, u"j-"_s);
    }

    void aSecretIsItsNameAndTypeOnly()
    {
        const ClusterData data = decoded(
            R"({"kind":"Secret","apiVersion":"v1","metadata":{"name":"s","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"hunter2"}},"data":{"password":"aHVudGVyMg=="},"stringData":{"p":1},"type":"Opaque"})");
        QCOMPARE(data.secrets.front().type, u"Opaque"_s);
        QVERIFY(data.secrets.front().meta.annotations.isEmpty());
    }

    void equalPodSpecsAreOneAndDifferentOnesAreNot()
    {
        const ClusterData data = decoded(R"({"kind":"PodList","apiVersion":"v1","items":[
            {"metadata":{"name":"a"},"spec":{"nodeName":"n1","containers":[{"name":"c","image":"i"}],"volumes":[{"name":"kube-api-access-aaaaa","projected":{"sources":[]}}]}},
            {"metadata":{"name":"b"},"spec":{"nodeName":"n2","containers":[{"name":"c","image":"i"}],"volumes":[{"name":"kube-api-access-bbbbb","projected":{"sources":[]}}]}},
            {"metadata":{"name":"c"},"spec":{"nodeName":"n2","hostNetwork":true,"containers":[{"name":"c","image":"i"}],"volumes":[{"name":"kube-api-access-bbbbb","projected":{"sources":[]}}]}}]})");
        QCOMPARE(data.pods.at(0).spec.get(), data.pods.at(1).spec.get());
        QVERIFY(data.pods.at(0).spec.get() != data.pods.at(2).spec.get());
        QCOMPARE(data.pods.at(1).nodeName, u"n2"_s);
    }

    void anEmptyStatusIsNoStatus()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"a"},"status":{}},
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"b"},"spec":{"replicas":0,"paused":true},"status":{"observedGeneration":4,"replicas":3,"readyReplicas":2,"availableReplicas":1,"updatedReplicas":3,"conditions":[{"type":"Progressing","status":"True"}]}},
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"c"},"status":null}]})");
        const Workload &plain = data.workloads.at(0);
        QVERIFY(!plain.hasStatus);
        QCOMPARE(plain.replicas, 1);
        QCOMPARE(plain.progressDeadlineSeconds, 600);
        const Workload &stored = data.workloads.at(1);
        QVERIFY(stored.hasStatus && stored.paused);
        QCOMPARE(stored.replicas, 0);
        QCOMPARE(stored.observedGeneration, qint64{4});
        QCOMPARE(stored.statusReplicas, 3);
        QCOMPARE(stored.readyReplicas, 2);
        QCOMPARE(stored.availableReplicas, 1);
        QCOMPARE(stored.updatedReplicas, 3);
        QCOMPARE(stored.conditions.size(), size_t{1});
        QVERIFY(!data.workloads.at(2).hasStatus);
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
