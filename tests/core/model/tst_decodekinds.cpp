#include "tests/support/decoded.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline::model;
using faultline::base::Timestamp;
using faultline::test::decoded;

class TestDecodeKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWorkloadKindHasItsOwnFields()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"DaemonSet","apiVersion":"apps/v1","metadata":{"name":"ds"},"spec":{"selector":{"matchLabels":{"a":"b"},"matchExpressions":[{"key":"x","operator":"Exists"}]},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i","resources":{"limits":{"cpu":"1"}}}]}}},"status":{"desiredNumberScheduled":5,"numberReady":4,"numberAvailable":3,"updatedNumberScheduled":2,"currentNumberScheduled":5}},
            {"kind":"Job","apiVersion":"batch/v1","metadata":{"name":"job"},"spec":{"parallelism":3,"completions":6,"suspend":true},"status":{"active":2,"ready":1,"succeeded":4,"failed":1}},
            {"kind":"CronJob","apiVersion":"batch/v1beta1","metadata":{"name":"cj"},"spec":{"schedule":"* * * * *","suspend":true,"jobTemplate":{"spec":{"template":{"metadata":{"labels":{"j":"k"}},"spec":{"restartPolicy":"Never","containers":[{"name":"tick","image":"i"}]}}}}},"status":{"active":[{"kind":"Job","name":"x"}]}},
            {"kind":"ReplicationController","apiVersion":"v1","metadata":{"name":"rc"},"spec":{"replicas":2,"template":{"metadata":{"labels":{"l":"m"}}}}},
            {"kind":"ReplicationController","apiVersion":"v1","metadata":{"name":"rc2"},"spec":{"selector":{"s":"t"}}},
            {"kind":"StatefulSet","apiVersion":"apps/v1","metadata":{"name":"sts"},"spec":{"serviceName":"head"}}]})");
        const Workload &daemonSet = data.workloads.at(0);
        QCOMPARE(daemonSet.kind, Kind::DaemonSet);
        QCOMPARE(daemonSet.replicas, 5);
        QCOMPARE(daemonSet.readyReplicas, 4);
        QCOMPARE(daemonSet.availableReplicas, 3);
        QCOMPARE(daemonSet.updatedReplicas, 2);
        QVERIFY(daemonSet.selector.hasExpressions);
        QCOMPARE(daemonSet.selector.matchLabels, daemonSet.templateLabels);
        QVERIFY(daemonSet.podSpec->containers.front().requests.empty()); // a template is stored as it is
        const Workload &job = data.workloads.at(1);
        QCOMPARE(job.replicas, 3);
        QCOMPARE(job.completions, 6);
        QCOMPARE(job.statusReplicas, 2);
        QCOMPARE(job.readyReplicas, 1);
        QCOMPARE(job.succeeded, 4);
        QCOMPARE(job.failed, 1);
        QVERIFY(job.suspended);
        const Workload &cronJob = data.workloads.at(2);
        QCOMPARE(cronJob.schedule, u"* * * * *"_s);
        QCOMPARE(cronJob.podSpec->containers.front().name, u"tick"_s);
        QCOMPARE(cronJob.podSpec->restartPolicy, u"Never"_s);
        QCOMPARE(cronJob.templateLabels, (Labels{{u"j"_s, u"k"_s}}));
        QCOMPARE(data.workloads.at(3).selector.matchLabels, (Labels{{u"l"_s, u"m"_s}}));
        QCOMPARE(data.workloads.at(4).selector.matchLabels, (Labels{{u"s"_s, u"t"_s}}));
        QCOMPARE(data.workloads.at(5).serviceName, u"head"_s);
    }

    void aServiceGetsTheDefaultsOfTheServer()
    {
        const ClusterData data = decoded(R"({"kind":"Service","apiVersion":"v1","metadata":{"name":"s"},"spec":{
            "selector":{"app":"web"},"externalIPs":["1.2.3.4"],"publishNotReadyAddresses":true,
            "ports":[{"port":80},{"name":"b","port":81,"targetPort":"http","protocol":"UDP"},{"port":82,"targetPort":8082,"nodePort":30082},{"port":83,"targetPort":0}]},
            "status":{"loadBalancer":{"ingress":[{"ip":"9.9.9.9"},{"hostname":"lb.example"}]}}})");
        const Service &service = data.services.front();
        QCOMPARE(service.type, u"ClusterIP"_s);
        QCOMPARE(service.ports.at(0).protocol, u"TCP"_s);
        QCOMPARE(service.ports.at(0).targetPort.number, 80);
        QCOMPARE(service.ports.at(1).targetPort, (PortReference{0, u"http"_s}));
        QCOMPARE(service.ports.at(1).protocol, u"UDP"_s);
        QCOMPARE(service.ports.at(2).targetPort.number, 8082);
        QCOMPARE(service.ports.at(2).nodePort, 30082);
        QCOMPARE(service.ports.at(3).targetPort.number, 83);
        QCOMPARE(service.loadBalancerAddresses, (QStringList{u"9.9.9.9"_s, u"lb.example"_s}));
        QVERIFY(service.publishNotReadyAddresses);
    }

    void endpointsOfEitherKindBecomeSlices()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"EndpointSlice","apiVersion":"discovery.k8s.io/v1","metadata":{"name":"s-1","labels":{"kubernetes.io/service-name":"s"}},"addressType":"IPv4",
             "endpoints":[{"addresses":["10.0.0.1"],"targetRef":{"kind":"Pod","namespace":"default","name":"p"}},{"addresses":["10.0.0.2"],"conditions":{"ready":false,"serving":true,"terminating":true}},{"addresses":["10.0.0.3"],"conditions":{"ready":false}}],"ports":[{"name":"","port":8080}]},
            {"kind":"EndpointSlice","apiVersion":"discovery.k8s.io/v1beta1","metadata":{"name":"s-2","labels":{"kubernetes.io/service-name":"s"}},
             "endpoints":[{"addresses":["10.0.0.4"],"topology":{"kubernetes.io/hostname":"n1"}}],"ports":null},
            {"kind":"Endpoints","apiVersion":"v1","metadata":{"name":"t"},"subsets":[{"addresses":[{"ip":"10.0.0.5","nodeName":"n2","targetRef":{"kind":"Pod","name":"q","namespace":"default"}}],"notReadyAddresses":[{"ip":"10.0.0.6"}],"ports":[{"port":9,"protocol":"UDP"}]}]},
            {"kind":"Endpoints","apiVersion":"v1","metadata":{"name":"none"}}]})");
        QCOMPARE(data.endpointSlices.size(), size_t{4});
        const EndpointSlice &slice = data.endpointSlices.at(0);
        QCOMPARE(slice.serviceName, u"s"_s);
        QVERIFY(slice.endpoints.at(0).ready && slice.endpoints.at(0).serving);
        QCOMPARE(slice.endpoints.at(0).target, (ObjectRef{Kind::Pod, u"default"_s, u"p"_s}));
        QVERIFY(!slice.endpoints.at(1).ready && slice.endpoints.at(1).serving && slice.endpoints.at(1).terminating);
        QVERIFY(!slice.endpoints.at(2).serving);
        QCOMPARE(slice.ports.at(0).protocol, u"TCP"_s);
        QCOMPARE(data.endpointSlices.at(1).endpoints.at(0).nodeName, u"n1"_s);
        const EndpointSlice &subset = data.endpointSlices.at(2);
        QCOMPARE(subset.kind, Kind::Endpoints);
        QCOMPARE(subset.serviceName, u"t"_s);
        QVERIFY(subset.endpoints.at(0).ready && !subset.endpoints.at(1).ready);
        QCOMPARE(subset.endpoints.at(1).addresses, QStringList{u"10.0.0.6"_s});
        QVERIFY(data.endpointSlices.at(3).endpoints.empty());
    }

    void ingressesOfEveryVersionReadAlike_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("v1") << QByteArray(
            R"({"kind":"Ingress","apiVersion":"networking.k8s.io/v1","metadata":{"name":"i"},"spec":{"ingressClassName":"nginx","defaultBackend":{"service":{"name":"d","port":{"name":"http"}}},"tls":[{"hosts":["h"],"secretName":"t"}],
                "rules":[{"host":"h","http":{"paths":[{"path":"/","pathType":"ImplementationSpecific","backend":{"service":{"name":"s","port":{"number":80}}}}]}}]},"status":{"loadBalancer":{"ingress":[{"ip":"1.1.1.1"}]}}})");
        QTest::newRow("v1beta1") << QByteArray(
            R"({"kind":"Ingress","apiVersion":"networking.k8s.io/v1beta1","metadata":{"name":"i"},"spec":{"ingressClassName":"nginx","backend":{"serviceName":"d","servicePort":"http"},"tls":[{"hosts":["h"],"secretName":"t"}],
                "rules":[{"host":"h","http":{"paths":[{"path":"/","backend":{"serviceName":"s","servicePort":80}}]}}]},"status":{"loadBalancer":{"ingress":[{"ip":"1.1.1.1"}]}}})");
        QTest::newRow("extensions") << QByteArray(
            R"({"kind":"Ingress","apiVersion":"extensions/v1beta1","metadata":{"name":"i"},"spec":{"ingressClassName":"nginx","backend":{"serviceName":"d","servicePort":"http"},"tls":[{"hosts":["h"],"secretName":"t"}],
                "rules":[{"host":"h","http":{"paths":[{"path":"/","backend":{"serviceName":"s","servicePort":80}}]}}]},"status":{"loadBalancer":{"ingress":[{"ip":"1.1.1.1"}]}}})");
    }
    void ingressesOfEveryVersionReadAlike()
    {
        QFETCH(QByteArray, json);
        const ClusterData data = decoded(json);
        const Ingress &ingress = data.ingresses.front();
        QCOMPARE(ingress.className, u"nginx"_s);
        QCOMPARE(ingress.addresses, QStringList{u"1.1.1.1"_s});
        QCOMPARE(ingress.tls, (std::vector{IngressTls{{u"h"_s}, u"t"_s}}));
        const std::vector<IngressPath> backends = ingress.backends();
        QCOMPARE(backends.size(), size_t{2});
        QCOMPARE(backends.at(0).backend, (IngressBackend{u"d"_s, {0, u"http"_s}, false}));
        QCOMPARE(backends.at(0).fieldPath, u"spec.defaultBackend"_s);
        QCOMPARE(backends.at(1).backend, (IngressBackend{u"s"_s, {80, {}}, false}));
        QCOMPARE(backends.at(1).fieldPath, u"spec.rules[0].http.paths[0].backend"_s);
        QCOMPARE(backends.at(1).pathType, u"ImplementationSpecific"_s);
        QCOMPARE(backends.at(1).host, u"h"_s);
    }

    void aBackendMayBeAResource()
    {
        const ClusterData data = decoded(
            R"({"kind":"Ingress","apiVersion":"networking.k8s.io/v1","metadata":{"name":"i"},"spec":{"defaultBackend":{"resource":{"kind":"Bucket","name":"b"}}}})");
        QVERIFY(data.ingresses.front().defaultBackend->isResource);
    }

    void networkPoliciesKeepPortsAndSources()
    {
        const ClusterData data = decoded(R"({"kind":"NetworkPolicyList","apiVersion":"networking.k8s.io/v1","items":[
            {"metadata":{"name":"a"},"spec":{"podSelector":{"matchLabels":{"a":"b"}},"policyTypes":["Egress"]}},
            {"metadata":{"name":"b"},"spec":{"podSelector":{},"ingress":[{"from":[{"podSelector":{}}],"ports":[{"port":"http"},{"protocol":"UDP","port":1000,"endPort":2000}]},{"from":[]}]}}]})");
        QVERIFY(!data.networkPolicies.at(0).isolatesIngress);
        const NetworkPolicy &policy = data.networkPolicies.at(1);
        QVERIFY(policy.isolatesIngress);
        QCOMPARE(policy.podSelector, LabelSelector());
        QVERIFY(!policy.ingress.at(0).anySource);
        const NetworkPolicyPeer &peer = policy.ingress.at(0).peers.at(0);
        QVERIFY(peer.pods && !peer.namespaces && !peer.isBlock);
        QVERIFY(policy.ingress.at(1).anySource);
        QCOMPARE(policy.ingress.at(0).ports.at(0).targetPort.name, u"http"_s);
        QCOMPARE(policy.ingress.at(0).ports.at(0).protocol, u"TCP"_s);
        QCOMPARE(policy.ingress.at(0).ports.at(1).port, 2000);
    }

    void classesKnowWhetherTheyAreTheDefault()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"IngressClass","apiVersion":"networking.k8s.io/v1","metadata":{"name":"i","annotations":{"ingressclass.kubernetes.io/is-default-class":"true"}},"spec":{"controller":"k8s.io/nginx"}},
            {"kind":"StorageClass","apiVersion":"storage.k8s.io/v1","metadata":{"name":"s","annotations":{"storageclass.beta.kubernetes.io/is-default-class":"true"}},"provisioner":"p"},
            {"kind":"StorageClass","apiVersion":"storage.k8s.io/v1","metadata":{"name":"t"},"provisioner":"p","volumeBindingMode":"WaitForFirstConsumer"}]})");
        QVERIFY(data.ingressClasses.front().isDefault);
        QCOMPARE(data.ingressClasses.front().controller, u"k8s.io/nginx"_s);
        QVERIFY(data.storageClasses.at(0).isDefault && !data.storageClasses.at(1).isDefault);
        QCOMPARE(data.storageClasses.at(0).volumeBindingMode, u"Immediate"_s);
        QCOMPARE(data.storageClasses.at(1).volumeBindingMode, u"WaitForFirstConsumer"_s);
    }

    void storageAndQuotasAreKeptAsWritten()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"a"},"spec":{"storageClassName":"","accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}},"volumeName":"pv"},"status":{"phase":"Bound"}},
            {"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"b"},"spec":{}},
            {"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"c","annotations":{"volume.beta.kubernetes.io/storage-class":"old"}},"spec":{}},
            {"kind":"PersistentVolume","apiVersion":"v1","metadata":{"name":"pv"},"spec":{"storageClassName":"x","claimRef":{"namespace":"default","name":"a"}},"status":{"phase":"Bound"}},
            {"kind":"ResourceQuota","apiVersion":"v1","metadata":{"name":"q"},"spec":{"hard":{"pods":"9"}},"status":{"hard":{"pods":"10","cpu":2},"used":{"pods":"3"}}},
            {"kind":"LimitRange","apiVersion":"v1","metadata":{"name":"l"}}]})");
        QCOMPARE(data.claims.at(0).storageClassName, std::optional(u""_s));
        QCOMPARE(data.claims.at(0).requestedStorage, u"1Gi"_s);
        QCOMPARE(data.claims.at(0).phase, u"Bound"_s);
        QVERIFY(!data.claims.at(1).storageClassName.has_value());
        QCOMPARE(data.claims.at(2).storageClassName, std::optional(u"old"_s));
        QCOMPARE(data.volumes.front().claimName, u"a"_s);
        QCOMPARE(data.quotas.front().hard, (std::map<QString, QString>{{u"cpu"_s, u"2"_s}, {u"pods"_s, u"10"_s}}));
        QCOMPARE(data.quotas.front().used, (std::map<QString, QString>{{u"pods"_s, u"3"_s}}));
        QCOMPARE(data.limitRanges.size(), size_t{1});
    }

    void nodesNamespacesAccountsAndAutoscalers()
    {
        const ClusterData data = decoded(R"({"kind":"List","apiVersion":"v1","items":[
            {"kind":"Node","apiVersion":"v1","metadata":{"name":"n"},"spec":{"unschedulable":true,"taints":[{"key":"k","effect":"NoSchedule"}]},"status":{"allocatable":{"cpu":"2","pods":"110"},"nodeInfo":{"architecture":"arm64","operatingSystem":"linux","kubeletVersion":"v1.36.2"},"conditions":[{"type":"Ready","status":"True"}]}},
            {"kind":"Namespace","apiVersion":"v1","metadata":{"name":"ns"},"status":{"phase":"Terminating"}},
            {"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"sa"},"imagePullSecrets":[{"name":"reg"}]},
            {"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v2","metadata":{"name":"h"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"d"},"maxReplicas":5},"status":{"conditions":[{"type":"ScalingActive","status":"False"}]}},
            {"kind":"HorizontalPodAutoscaler","apiVersion":"autoscaling/v1","metadata":{"name":"h1"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"d"},"minReplicas":2,"maxReplicas":5}}]})");
        const Node &node = data.nodes.front();
        QVERIFY(node.unschedulable);
        QCOMPARE(node.taints, (std::vector{Taint{u"k"_s, {}, u"NoSchedule"_s}}));
        QCOMPARE(node.allocatable.at(u"pods"_s).milli, qint64{110'000});
        QCOMPARE(node.architecture, u"arm64"_s);
        QCOMPARE(node.kubeletVersion, u"v1.36.2"_s);
        QCOMPARE(data.namespaces.front().phase, u"Terminating"_s);
        QCOMPARE(data.serviceAccounts.front().imagePullSecrets, QStringList{u"reg"_s});
        QCOMPARE(data.autoscalers.at(0).minReplicas, 1);
        QCOMPARE(data.autoscalers.at(0).targetName, u"d"_s);
        QCOMPARE(data.autoscalers.at(0).conditions.size(), size_t{1});
        QCOMPARE(data.autoscalers.at(1).minReplicas, 2);
    }

    void eventsOfBothShapesReadAlike_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("core, counted") << QByteArray(
            R"({"kind":"Event","apiVersion":"v1","metadata":{"name":"e","namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"p","uid":"u","apiVersion":"v1","fieldPath":"spec.containers{web}"},"reason":"BackOff","message":"m","type":"Warning","count":7,"source":{"component":"kubelet"},"firstTimestamp":"2026-11-23T11:00:00Z","lastTimestamp":"2026-11-23T11:10:00Z","eventTime":null})");
        QTest::newRow("core, with a series") << QByteArray(
            R"({"kind":"Event","apiVersion":"v1","metadata":{"name":"e","namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"p","uid":"u","fieldPath":"spec.containers{web}"},"reason":"BackOff","message":"m","type":"Warning","source":{},"firstTimestamp":null,"lastTimestamp":null,"eventTime":"2026-11-23T11:00:00.000000Z","series":{"count":7,"lastObservedTime":"2026-11-23T11:10:00.000000Z"},"reportingComponent":"kubelet"})");
        QTest::newRow("events.k8s.io") << QByteArray(
            R"({"kind":"Event","apiVersion":"events.k8s.io/v1","metadata":{"name":"e","namespace":"shop"},"regarding":{"kind":"Pod","namespace":"shop","name":"p","uid":"u","fieldPath":"spec.containers{web}"},"reason":"BackOff","note":"m","type":"Warning","deprecatedCount":7,"deprecatedSource":{"component":"kubelet"},"deprecatedFirstTimestamp":"2026-11-23T11:00:00Z","deprecatedLastTimestamp":"2026-11-23T11:10:00Z"})");
    }
    void eventsOfBothShapesReadAlike()
    {
        QFETCH(QByteArray, json);
        const ClusterData data = decoded(json);
        const Event &event = data.events.front();
        QCOMPARE(event.object, (ObjectRef{Kind::Pod, u"shop"_s, u"p"_s}));
        QCOMPARE(event.objectUid, u"u"_s);
        QCOMPARE(event.container(), u"web"_s);
        QCOMPARE(event.reason, u"BackOff"_s);
        QCOMPARE(event.message, u"m"_s);
        QCOMPARE(event.type, u"Warning"_s);
        QCOMPARE(event.source, u"kubelet"_s);
        QCOMPARE(event.count, 7);
        QCOMPARE(event.first, Timestamp::parse(u"2026-11-23T11:00:00Z"));
        QCOMPARE(event.last, Timestamp::parse(u"2026-11-23T11:10:00Z"));
    }

    void anEventOfANodeHasNoNamespaceInItsObject()
    {
        const ClusterData data = decoded(
            R"({"kind":"Event","apiVersion":"v1","metadata":{"name":"e","namespace":"default","creationTimestamp":"2026-11-23T11:00:00Z"},"involvedObject":{"kind":"Node","name":"n","uid":"n"},"reason":"Starting"})");
        const Event &event = data.events.front();
        QCOMPARE(event.object, (ObjectRef{Kind::Node, {}, u"n"_s}));
        QCOMPARE(event.count, 1);
        QCOMPARE(event.last, Timestamp::parse(u"2026-11-23T11:00:00Z"));
        QCOMPARE(event.container(), QString());
    }
};

QTEST_GUILESS_MAIN(TestDecodeKinds)
#include "tst_decodekinds.moc"
