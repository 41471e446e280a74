"""The objects of a large, mostly healthy cluster, as an API server would serve them.

Every application is a Deployment with its current and its former ReplicaSet, PODS_OF_APP Pods, a Service, an EndpointSlice,
a ConfigMap, a Secret (its metadata) and Events; every fifth one has an Ingress. Two in a hundred are broken, in six ways.
Shapes and sizes follow objects of real clusters: labels of a Helm chart, a sidecar, five environment variables, probes,
the service account's projected volume, five conditions, and managedFields that name every field of the object, as server-
side field management writes them. The same numbers give the same bytes.
"""

import hashlib

PODS_OF_APP = 5
APPS_OF_NAMESPACE = 50
PODS_OF_NODE = 50
MADE = "2026-11-23T08:00:00Z"
READY = "2026-11-23T08:01:05Z"
LATELY = "2026-11-23T10:58:00Z"
FAULTS = ("image", "crash", "selector", "port", "unready", "pending")


def digest(*words):
    return hashlib.sha1("/".join(map(str, words)).encode()).hexdigest()


def uid(*words):
    d = digest(*words)
    return f"{d[:8]}-{d[8:12]}-4{d[13:16]}-a{d[17:20]}-{d[20:32]}"


def version(*words):
    return str(1_000_000 + int(digest(*words)[:8], 16) % 80_000_000)


def fields(value):
    """fieldsV1 of a value: every field by its name, items of lists by their keys (structured-merge-diff's form)."""
    if isinstance(value, dict):
        return {f"f:{key}": fields(inner) for key, inner in value.items()}
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        owned = {}
        for item in value:
            for key in ("name", "type", "containerPort", "ip", "mountPath", "uid"):
                if key in item:
                    text = item[key] if isinstance(item[key], int) else f'"{item[key]}"'
                    owned[f'k:{{"{key}":{text}}}'] = {".": {}} | fields(item)
                    break
        return owned
    return {}


def managed(manager, api, parts, time=MADE, subresource=None):
    entry = {"apiVersion": api, "fieldsType": "FieldsV1", "fieldsV1": fields(parts), "manager": manager,
             "operation": "Update", "time": time}
    return entry | ({"subresource": subresource} if subresource else {})


def owner(kind, name, of):
    return [{"apiVersion": "apps/v1", "blockOwnerDeletion": True, "controller": True, "kind": kind, "name": name, "uid": of}]


class App:
    """One application: its names, and whether and how it is broken."""

    def __init__(self, number, name=None, namespace=None, fault=None, node_count=1):
        self.number = number
        self.name = name or f"{('orders', 'billing', 'search', 'catalog', 'mailer')[number % 5]}-{number:05d}"
        self.namespace = namespace or f"team-{number // APPS_OF_NAMESPACE:04d}"
        self.fault = fault if fault is not None else FAULTS[number // 50 % 6] if number % 50 == 7 else ""
        self.node_count = node_count
        self.hash = digest("hash", self.namespace, self.name)[:10]
        self.old_hash = digest("old", self.namespace, self.name)[:10]
        self.deployment_uid = uid("deployment", self.namespace, self.name)
        self.replica_set = f"{self.name}-{self.hash}"
        self.replica_set_uid = uid("replicaset", self.namespace, self.replica_set)
        self.labels = {"app.kubernetes.io/component": "server", "app.kubernetes.io/instance": self.name,
                       "app.kubernetes.io/managed-by": "Helm", "app.kubernetes.io/name": self.name,
                       "app.kubernetes.io/part-of": self.namespace, "app.kubernetes.io/version": "2.14.3",
                       "helm.sh/chart": f"{self.name}-1.9.0"}
        self.selector = {"app.kubernetes.io/instance": self.name, "app.kubernetes.io/name": self.name}

    def meta(self, kind, name, labels=None, **more):
        meta = {"name": name, "namespace": self.namespace, "uid": uid(kind, self.namespace, name),
                "resourceVersion": version(kind, self.namespace, name), "creationTimestamp": MADE}
        if labels is not None:
            meta["labels"] = labels
        return meta | more

    def image(self):
        return f"registry.example.com/{self.namespace}/{self.name}:2.14.3"

    # --- the template -----------------------------------------------------------------------------------------------

    def container(self):
        env = [{"name": key, "value": value} for key, value in (
            ("LOG_LEVEL", "info"), ("HTTP_PORT", "8080"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://otel-collector.observability.svc:4317"))]
        env.append({"name": "DATABASE_URL", "valueFrom": {"secretKeyRef": {"key": "url", "name": f"{self.name}-db"}}})
        env.append({"name": "REGION", "valueFrom": {"configMapKeyRef": {"key": "region", "name": f"{self.name}-config"}}})

        def probe(path):
            return {"failureThreshold": 3, "httpGet": {"path": path, "port": "http", "scheme": "HTTP"},
                    "initialDelaySeconds": 5, "periodSeconds": 10, "successThreshold": 1, "timeoutSeconds": 2}
        return {"args": ["serve", "--config=/etc/app/config.yaml"], "env": env, "image": self.image(),
                "imagePullPolicy": "IfNotPresent", "livenessProbe": probe("/livez"), "name": "app",
                "ports": [{"containerPort": 8080, "name": "http", "protocol": "TCP"},
                          {"containerPort": 9090, "name": "metrics", "protocol": "TCP"}],
                "readinessProbe": probe("/readyz"),
                "resources": {"limits": {"memory": "512Mi"}, "requests": {"cpu": "100m", "memory": "256Mi"}},
                    "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File",
                "volumeMounts": [{"mountPath": "/etc/app", "name": "config", "readOnly": True},
                                 {"mountPath": "/tmp", "name": "scratch"}]}

    def sidecar(self):
        return {"image": "registry.example.com/platform/proxy:7.5.1", "imagePullPolicy": "IfNotPresent", "name": "proxy",
                "ports": [{"containerPort": 4180, "name": "proxy", "protocol": "TCP"}],
                "resources": {"limits": {"memory": "64Mi"}, "requests": {"cpu": "10m", "memory": "32Mi"}},
                "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File",
                "volumeMounts": [{"mountPath": "/tmp", "name": "scratch"}]}

    def pod_spec(self):
        spec = {"containers": [self.container(), self.sidecar()], "dnsPolicy": "ClusterFirst", "restartPolicy": "Always",
                "schedulerName": "default-scheduler",
                "securityContext": {"fsGroup": 1000, "runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}},
                "serviceAccount": "default", "serviceAccountName": "default", "terminationGracePeriodSeconds": 30,
                "volumes": [{"configMap": {"defaultMode": 420, "name": f"{self.name}-config"}, "name": "config"},
                            {"emptyDir": {}, "name": "scratch"}]}
        if self.fault == "pending":
            spec["nodeSelector"] = {"disktype": "nvme"}
        return spec

    def template(self, template_hash=None):
        labels = self.labels | ({"pod-template-hash": template_hash} if template_hash else {})
        return {"metadata": {"annotations": {"checksum/config": digest("config", self.name), "prometheus.io/scrape": "true",
                                             "prometheus.io/port": "9090"}, "labels": labels}, "spec": self.pod_spec()}

    # --- the objects ------------------------------------------------------------------------------------------------

    def pods(self):
        return [self.pod(index) for index in range(PODS_OF_APP)]

    def pod_name(self, index):
        return f"{self.replica_set}-{digest('pod', self.namespace, self.name, index)[:5]}"

    def pod_ip(self, index):
        number = self.number * PODS_OF_APP + index
        return f"10.{64 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}"

    def pod(self, index):
        name = self.pod_name(index)
        number = self.number * PODS_OF_APP + index
        node = f"node-{number % self.node_count:05d}"
        meta = self.meta("pod", name, self.labels | {"pod-template-hash": self.hash}, generateName=f"{self.replica_set}-",
                         annotations=self.template()["metadata"]["annotations"],
                         ownerReferences=owner("ReplicaSet", self.replica_set, self.replica_set_uid))
        spec = self.pod_spec()
        token = f"kube-api-access-{digest('token', name)[:5]}"
        for container in spec["containers"]:
            container["volumeMounts"].append(
                {"mountPath": "/var/run/secrets/kubernetes.io/serviceaccount", "name": token, "readOnly": True})
        spec["volumes"].append({"name": token, "projected": {"defaultMode": 420, "sources": [
            {"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}},
            {"configMap": {"items": [{"key": "ca.crt", "path": "ca.crt"}], "name": "kube-root-ca.crt"}},
            {"downwardAPI": {"items": [{"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"},
                                        "path": "namespace"}]}}]}})
        spec |= {"enableServiceLinks": True, "preemptionPolicy": "PreemptLowerPriority", "priority": 0,
                 "tolerations": [{"effect": "NoExecute", "key": f"node.kubernetes.io/{key}", "operator": "Exists",
                                  "tolerationSeconds": 300} for key in ("not-ready", "unreachable")]}
        status = self.pending_status() if self.fault == "pending" else self.pod_status(index, name)
        if self.fault != "pending":
            spec["nodeName"] = node
        meta["managedFields"] = [
            managed("kube-controller-manager", "v1",
                    {"metadata": {key: meta[key] for key in ("annotations", "generateName", "labels", "ownerReferences")},
                     "spec": {key: value for key, value in self.pod_spec().items()}}),
            managed("kubelet", "v1", {"status": status}, READY, "status")]
        return {"metadata": meta, "spec": spec, "status": status}

    def condition(self, kind, ok=True, time=READY, **more):
        return {"lastProbeTime": None, "lastTransitionTime": time, "status": "True" if ok else "False", "type": kind} | more

    def pending_status(self):
        message = f"0/{self.node_count} nodes are available: {self.node_count} node(s) didn't match Pod's node " \
            "affinity/selector. preemption: 0/{0} nodes are available: {0} Preemption is not helpful for scheduling.".format(
                self.node_count)
        return {"conditions": [self.condition("PodScheduled", False, reason="Unschedulable", message=message)],
                "phase": "Pending", "qosClass": "Burstable"}

    def pod_status(self, index, name):
        ready = self.fault not in ("image", "crash", "unready")
        states = {"image": {"waiting": {"reason": "ImagePullBackOff",
                                        "message": f'Back-off pulling image "{self.image()}"'}},
                  "crash": {"waiting": {"reason": "CrashLoopBackOff", "message":
                                        f"back-off 5m0s restarting failed container=app pod={name}_{self.namespace}"}}}
        state = states.get(self.fault, {"running": {"startedAt": READY}})
        last = {"terminated": {"containerID": f"containerd://{digest('dead', name) * 2}"[:77], "exitCode": 1, "reason": "Error",
                               "startedAt": LATELY, "finishedAt": LATELY}} if self.fault == "crash" else {}

        def container(key, image, ready, state, last, restarts):
            running = "running" in state
            return {"containerID": f"containerd://{(digest('run', name, key) * 2)[:64]}" if running else "", "image": image,
                    "imageID": f"{image.rsplit(':', 1)[0]}@sha256:{(digest('image', image) * 2)[:64]}" if running else "",
                    "lastState": last, "name": key, "ready": ready, "restartCount": restarts, "started": running, "state": state}
        conditions = [self.condition("PodReadyToStartContainers"), self.condition("Initialized")]
        unready = {} if ready else {"reason": "ContainersNotReady", "message": "containers with unready status: [app]"}
        conditions += [self.condition(kind, ready, **unready) for kind in ("Ready", "ContainersReady")]
        conditions.append(self.condition("PodScheduled", time=MADE))
        number = self.number * PODS_OF_APP + index
        host = f"10.0.{number % self.node_count >> 8}.{number % self.node_count & 255}"
        return {"conditions": conditions,
                "containerStatuses": [
                    container("app", self.image(), ready, state, last, 41 if self.fault == "crash" else 0),
                    container("proxy", "registry.example.com/platform/proxy:7.5.1", True, {"running": {"startedAt": READY}}, {}, 0)],
                "hostIP": host, "hostIPs": [{"ip": host}], "phase": "Pending" if self.fault == "image" else "Running",
                "podIP": self.pod_ip(index), "podIPs": [{"ip": self.pod_ip(index)}], "qosClass": "Burstable", "startTime": MADE}

    def is_ready(self):
        return self.fault not in ("image", "crash", "unready", "pending")

    def deployment(self):
        meta = self.meta("deployment", self.name, self.labels, generation=2, annotations={
            "deployment.kubernetes.io/revision": "2", "meta.helm.sh/release-name": self.name,
            "meta.helm.sh/release-namespace": self.namespace})
        spec = {"progressDeadlineSeconds": 600, "replicas": PODS_OF_APP, "revisionHistoryLimit": 10,
                "selector": {"matchLabels": self.selector},
                "strategy": {"rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}, "type": "RollingUpdate"},
                "template": self.template()}
        ready = PODS_OF_APP if self.is_ready() else 0
        status = {"observedGeneration": 2, "replicas": PODS_OF_APP, "updatedReplicas": PODS_OF_APP, "conditions": [
            {"lastTransitionTime": READY, "lastUpdateTime": READY, "status": "True" if ready else "False", "type": "Available",
             "reason": "MinimumReplicasAvailable" if ready else "MinimumReplicasUnavailable",
             "message": f"Deployment {'has' if ready else 'does not have'} minimum availability."},
            {"lastTransitionTime": MADE, "lastUpdateTime": READY, "status": "True" if ready else "False", "type": "Progressing",
             "reason": "NewReplicaSetAvailable" if ready else "ProgressDeadlineExceeded",
             "message": f'ReplicaSet "{self.replica_set}" has {"successfully progressed" if ready else "timed out progressing"}.'}]}
        status |= {"availableReplicas": ready, "readyReplicas": ready} if ready else {"unavailableReplicas": PODS_OF_APP}
        meta["managedFields"] = [managed("helm", "apps/v1", {"metadata": {"labels": self.labels}, "spec": spec}),
                                 managed("kube-controller-manager", "apps/v1", {"status": status}, READY, "status")]
        return {"metadata": meta, "spec": spec, "status": status}

    def replica_sets(self):
        found = []
        for revision, template_hash, replicas in (("2", self.hash, PODS_OF_APP), ("1", self.old_hash, 0)):
            name = f"{self.name}-{template_hash}"
            meta = self.meta("replicaset", name, self.labels | {"pod-template-hash": template_hash}, generation=int(revision) + 1,
                             annotations={"deployment.kubernetes.io/desired-replicas": str(PODS_OF_APP),
                                          "deployment.kubernetes.io/max-replicas": str(PODS_OF_APP + 2),
                                          "deployment.kubernetes.io/revision": revision},
                             ownerReferences=owner("Deployment", self.name, self.deployment_uid))
            spec = {"replicas": replicas, "selector": {"matchLabels": self.selector | {"pod-template-hash": template_hash}},
                    "template": self.template(template_hash)}
            status = {"observedGeneration": int(revision) + 1, "replicas": replicas}
            if replicas:
                status["fullyLabeledReplicas"] = replicas
                if self.is_ready():
                    status |= {"availableReplicas": replicas, "readyReplicas": replicas}
            meta["managedFields"] = [
                managed("kube-controller-manager", "apps/v1",
                        {"metadata": {key: meta[key] for key in ("annotations", "labels", "ownerReferences")}, "spec": spec}),
                managed("kube-controller-manager", "apps/v1", {"status": status}, READY, "status")]
            found.append({"metadata": meta, "spec": spec, "status": status})
        return found

    def service(self):
        selector = dict(self.selector)
        if self.fault == "selector":
            selector["app.kubernetes.io/name"] += "-web"
        ports = [{"name": "http", "port": 80, "protocol": "TCP", "targetPort": "web" if self.fault == "port" else "http"},
                 {"name": "metrics", "port": 9090, "protocol": "TCP", "targetPort": "metrics"}]
        address = f"10.{96 + (self.number >> 16)}.{(self.number >> 8) & 255}.{self.number & 255}"
        meta = self.meta("service", self.name, self.labels)
        spec = {"clusterIP": address, "clusterIPs": [address], "internalTrafficPolicy": "Cluster", "ipFamilies": ["IPv4"],
                "ipFamilyPolicy": "SingleStack", "ports": ports, "selector": selector, "sessionAffinity": "None",
                "type": "ClusterIP"}
        meta["managedFields"] = [managed("helm", "v1", {"metadata": {"labels": self.labels}, "spec": spec})]
        return {"metadata": meta, "spec": spec, "status": {"loadBalancer": {}}}

    def endpoint_slice(self):
        endpoints = []
        if self.fault not in ("selector", "pending"):
            for index in range(PODS_OF_APP):
                endpoints.append({"addresses": [self.pod_ip(index)],
                                  "conditions": {"ready": self.is_ready(), "serving": self.is_ready(), "terminating": False},
                                  "nodeName": f"node-{(self.number * PODS_OF_APP + index) % self.node_count:05d}",
                                  "targetRef": {"kind": "Pod", "name": self.pod_name(index), "namespace": self.namespace,
                                                "uid": uid("pod", self.namespace, self.pod_name(index))}})
        ports = [{"name": "metrics", "port": 9090, "protocol": "TCP"}]
        if self.fault != "port":
            ports.insert(0, {"name": "http", "port": 8080, "protocol": "TCP"})
        labels = self.labels | {"endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
                                "kubernetes.io/service-name": self.name}
        meta = self.meta("endpointslice", f"{self.name}-{digest('slice', self.name)[:5]}", labels, generateName=f"{self.name}-",
                         generation=4, ownerReferences=[{"apiVersion": "v1", "blockOwnerDeletion": True, "controller": True,
                                                         "kind": "Service", "name": self.name,
                                                         "uid": uid("service", self.namespace, self.name)}])
        meta["managedFields"] = [managed("kube-controller-manager", "discovery.k8s.io/v1",
                                         {"addressType": "", "endpoints": [], "metadata": {"labels": labels}, "ports": []})]
        return {"addressType": "IPv4", "endpoints": endpoints, "metadata": meta, "ports": ports if endpoints else []}

    def config_map(self):
        text = "\n".join(f"setting_{index}: value of {self.name} number {index}" for index in range(20))
        data = {"config.yaml": text, "region": "eu-central-1"}
        meta = self.meta("configmap", f"{self.name}-config", self.labels)
        meta["managedFields"] = [managed("helm", "v1", {"data": data, "metadata": {"labels": self.labels}})]
        return {"data": data, "metadata": meta}

    def secret(self):
        """Its metadata alone, which is all that Faultline asks for."""
        return {"kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
                "metadata": self.meta("secret", f"{self.name}-db", self.labels)}

    def ingress(self):
        meta = self.meta("ingress", self.name, self.labels, generation=1)
        host = f"{self.name}.{self.namespace}.example.com"
        spec = {"ingressClassName": "nginx", "rules": [{"host": host, "http": {"paths": [
            {"backend": {"service": {"name": self.name, "port": {"name": "http"}}}, "path": "/", "pathType": "Prefix"}]}}]}
        meta["managedFields"] = [managed("helm", "networking.k8s.io/v1", {"metadata": {"labels": self.labels}, "spec": spec})]
        return {"metadata": meta, "spec": spec, "status": {"loadBalancer": {"ingress": [{"ip": "192.0.2.10"}]}}}

    def events(self):
        """What the last hour told: of a healthy application one line about every other Pod, of a broken one its trouble."""
        said = {"image": ("Failed", f'Failed to pull image "{self.image()}": rpc error: code = NotFound desc = failed to pull and '
                          f'unpack image "{self.image()}": failed to resolve reference "{self.image()}": {self.image()}: not found'),
                "crash": ("BackOff", "Back-off restarting failed container app in pod"),
                "unready": ("Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503"),
                "pending": ("FailedScheduling", self.pending_status()["conditions"][0]["message"])}
        reason, message = said.get(self.fault, ("Pulled", f'Container image "{self.image()}" already present on machine'))
        found = []
        for index in range(0, PODS_OF_APP, 2):
            pod = self.pod_name(index)
            source = {"component": "kubelet", "host": "node-00000"} if reason != "FailedScheduling" else {
                "component": "default-scheduler"}
            meta = self.meta("event", f"{pod}.{digest('event', pod)[:16]}")
            event = {"count": 12, "eventTime": None, "firstTimestamp": MADE, "lastTimestamp": LATELY, "message": message,
                     "involvedObject": {"apiVersion": "v1", "fieldPath": "spec.containers{app}", "kind": "Pod", "name": pod,
                                        "namespace": self.namespace, "resourceVersion": "1000001",
                                        "uid": uid("pod", self.namespace, pod)},
                     "reason": reason, "reportingComponent": source["component"], "reportingInstance": "", "source": source,
                     "type": "Warning" if self.fault else "Normal"}
            meta["managedFields"] = [managed(source["component"], "v1", {
                key: event[key] for key in ("count", "firstTimestamp", "involvedObject", "lastTimestamp", "message", "reason",
                                            "source", "type")})]
            found.append(event | {"metadata": meta})
        return found


# --- what belongs to no application -------------------------------------------------------------------------------------

def node(number):
    name = f"node-{number:05d}"
    labels = {"beta.kubernetes.io/arch": "amd64", "kubernetes.io/arch": "amd64", "kubernetes.io/hostname": name,
              "kubernetes.io/os": "linux", "node.kubernetes.io/instance-type": "m6i.2xlarge",
              "topology.kubernetes.io/region": "eu-central-1", "topology.kubernetes.io/zone": f"eu-central-1{'abc'[number % 3]}"}
    images = [{"names": [f"registry.example.com/team/app-{index:03d}@sha256:{(digest('i', index) * 2)[:64]}",
                         f"registry.example.com/team/app-{index:03d}:2.14.3"], "sizeBytes": 104857600 + index}
              for index in range(30)]
    size = {"cpu": "8", "ephemeral-storage": "104845292Ki", "hugepages-1Gi": "0", "hugepages-2Mi": "0", "memory": "32461564Ki",
            "pods": "110"}
    conditions = [{"lastHeartbeatTime": LATELY, "lastTransitionTime": MADE, "message": f"kubelet has sufficient {word}",
                   "reason": f"KubeletHas{reason}", "status": "False", "type": kind} for kind, reason, word in (
                       ("MemoryPressure", "SufficientMemory", "memory available"),
                       ("DiskPressure", "NoDiskPressure", "disk"), ("PIDPressure", "SufficientPID", "PID available"))]
    conditions.append({"lastHeartbeatTime": LATELY, "lastTransitionTime": MADE, "message": "kubelet is posting ready status",
                       "reason": "KubeletReady", "status": "True", "type": "Ready"})
    status = {"addresses": [{"address": f"10.0.{number >> 8}.{number & 255}", "type": "InternalIP"},
                            {"address": name, "type": "Hostname"}],
              "allocatable": size, "capacity": size, "conditions": conditions,
              "daemonEndpoints": {"kubeletEndpoint": {"Port": 10250}}, "images": images,
              "nodeInfo": {"architecture": "amd64", "containerRuntimeVersion": "containerd://2.1.4", "kernelVersion": "6.12.0",
                           "kubeProxyVersion": "", "kubeletVersion": "v1.34.1", "operatingSystem": "linux",
                           "osImage": "Bottlerocket OS 1.44.0"}}
    meta = {"annotations": {"node.alpha.kubernetes.io/ttl": "0"}, "creationTimestamp": MADE, "labels": labels, "name": name,
            "resourceVersion": version("node", name), "uid": uid("node", name),
            "managedFields": [managed("kubelet", "v1", {"metadata": {"labels": labels}}),
                              managed("kubelet", "v1", {"status": status}, LATELY, "status")]}
    return {"metadata": meta, "spec": {"podCIDR": f"10.64.{number & 255}.0/24", "providerID": f"aws:///eu-central-1a/i-{number:017x}"},
            "status": status}


def namespace(name):
    return {"metadata": {"creationTimestamp": MADE, "labels": {"kubernetes.io/metadata.name": name}, "name": name,
                         "resourceVersion": version("namespace", name), "uid": uid("namespace", name)},
            "spec": {"finalizers": ["kubernetes"]}, "status": {"phase": "Active"}}


def default_account(name):
    return {"metadata": {"creationTimestamp": MADE, "name": "default", "namespace": name,
                         "resourceVersion": version("account", name), "uid": uid("account", name)}}


def root_certificate(name):
    text = "-----BEGIN CERTIFICATE-----\n" + "\n".join(digest("ca", line) + digest("ca2", line)[:24] for line in range(16)) + \
        "\n-----END CERTIFICATE-----\n"
    return {"data": {"ca.crt": text}, "metadata": {"creationTimestamp": MADE, "name": "kube-root-ca.crt", "namespace": name,
                                                   "resourceVersion": version("ca", name), "uid": uid("ca", name)}}


def ingress_class():
    return {"metadata": {"creationTimestamp": MADE, "name": "nginx", "resourceVersion": "900", "uid": uid("class", "nginx")},
            "spec": {"controller": "k8s.io/ingress-nginx"}}
