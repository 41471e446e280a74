"""A cluster of many Pods as files that a plain web server serves like an API server: discovery, lists in pages, Tables.

    served.py PODS FOLDER      PODS of the cluster, and the namespace "shop" with one application more
    served.py 0 FOLDER         that namespace alone

A list of a path lies at PATH/whole.json, and its pages at PATH/LIMIT.CONTINUE.json; a Table, as kubectl asks for one, in the
folder "table" instead of "plain".
"""

import json
import os
import shutil
import sys

import cluster

LIMIT = 500
NOW = "2026-11-23T11:00:00Z"
CONTINUE = "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6OTAwMDAwMDAsInN0YXJ0IjoicGFnZS0"
# (group, version): (resource, kind, namespaced, short name)
RESOURCES = {
    ("", "v1"): [("configmaps", "ConfigMap", True, "cm"), ("endpoints", "Endpoints", True, "ep"), ("events", "Event", True, "ev"),
                 ("limitranges", "LimitRange", True, "limits"), ("namespaces", "Namespace", False, "ns"),
                 ("nodes", "Node", False, "no"), ("persistentvolumeclaims", "PersistentVolumeClaim", True, "pvc"),
                 ("persistentvolumes", "PersistentVolume", False, "pv"), ("pods", "Pod", True, "po"),
                 ("replicationcontrollers", "ReplicationController", True, "rc"), ("resourcequotas", "ResourceQuota", True, "quota"),
                 ("secrets", "Secret", True, ""), ("serviceaccounts", "ServiceAccount", True, "sa"), ("services", "Service", True, "svc")],
    ("apps", "v1"): [("daemonsets", "DaemonSet", True, "ds"), ("deployments", "Deployment", True, "deploy"),
                     ("replicasets", "ReplicaSet", True, "rs"), ("statefulsets", "StatefulSet", True, "sts")],
    ("autoscaling", "v2"): [("horizontalpodautoscalers", "HorizontalPodAutoscaler", True, "hpa")],
    ("batch", "v1"): [("cronjobs", "CronJob", True, "cj"), ("jobs", "Job", True, "")],
    ("discovery.k8s.io", "v1"): [("endpointslices", "EndpointSlice", True, "")],
    ("networking.k8s.io", "v1"): [("ingressclasses", "IngressClass", False, ""), ("ingresses", "Ingress", True, "ing"),
                                  ("networkpolicies", "NetworkPolicy", True, "netpol")],
    ("policy", "v1"): [("poddisruptionbudgets", "PodDisruptionBudget", True, "pdb")],
    ("storage.k8s.io", "v1"): [("storageclasses", "StorageClass", False, "sc")],
}
COLUMNS = [("Name", "string", 0), ("Ready", "string", 0), ("Status", "string", 0), ("Restarts", "string", 0), ("Age", "string", 0),
           ("IP", "string", 1), ("Node", "string", 1), ("Nominated Node", "string", 1), ("Readiness Gates", "string", 1)]


def dump(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def base(group, version):
    return f"apis/{group}/{version}" if group else f"api/{version}"


class Collection:
    """Writes one list, whole and in pages, as objects come; no more than a page is held."""

    def __init__(self, folder, path, group_version, kind, total):
        self.folder = os.path.join(folder, path)
        os.makedirs(self.folder, exist_ok=True)
        self.head = {"kind": f"{kind}List", "apiVersion": group_version}
        self.total, self.written, self.page = total, 0, []
        self.whole = open(os.path.join(self.folder, "whole.json"), "w", encoding="utf-8")
        self.whole.write(self._open({"resourceVersion": "90000000"}))

    def _open(self, metadata):
        return dump(self.head)[:-1] + f',"metadata":{dump(metadata)},"items":['

    def add(self, item):
        text = dump(item)
        self.whole.write(("," if self.written else "") + text)
        self.written += 1
        self.page.append(text)
        if len(self.page) == LIMIT and self.written < self.total:
            self._end_page()

    def _end_page(self):
        first = self.written - len(self.page)
        metadata = {"resourceVersion": "90000000"}
        if self.written < self.total:
            metadata |= {"continue": CONTINUE + str(self.written), "remainingItemCount": self.total - self.written}
        name = f"{LIMIT}.{CONTINUE + str(first) if first else ''}.json"
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as out:
            out.write(self._open(metadata) + ",".join(self.page) + "]}\n")
        self.page = []

    def close(self):
        if self.written != self.total:
            raise SystemExit(f"{self.folder}: {self.written} objects instead of {self.total}")
        self._end_page()
        self.whole.write("]}\n")
        self.whole.close()


class Tables(Collection):
    """The same as rows of a Table, with the metadata of each object, as a server answers `kubectl get`."""

    def __init__(self, folder, path, total):
        self.columns = [{"name": name, "type": kind, "format": "name" if name == "Name" else "", "priority": priority,
                         "description": f"{name} of the Pod, in words as long as those of the API"}
                        for name, kind, priority in COLUMNS]
        super().__init__(folder, path, "meta.k8s.io/v1", "Table", total)

    def _open(self, metadata):
        return (f'{{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{dump(metadata)},'
                f'"columnDefinitions":{dump(self.columns)},"rows":[')

    def add_pod(self, pod):
        states = pod["status"].get("containerStatuses", [])
        ready = sum(state["ready"] for state in states)
        reasons = [state["state"]["waiting"]["reason"] for state in states if "waiting" in state["state"]]
        cells = [pod["metadata"]["name"], f"{ready}/{len(states)}", (reasons or [pod["status"]["phase"]])[0],
                 str(max([state["restartCount"] for state in states] or [0])), "3h", pod["status"].get("podIP", "<none>"),
                 pod["spec"].get("nodeName", "<none>"), "<none>", "<none>"]
        self.add({"cells": cells, "object": {"kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
                                             "metadata": pod["metadata"]}})


def write_file(path, value):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(dump(value) + "\n")


def write_discovery(folder):
    """As /api, /apis, /api/v1 and /apis/GROUP/VERSION of a server without aggregated discovery; kubectl and Faultline know it."""
    write_file(f"{folder}/version/whole.json", {"major": "1", "minor": "34", "gitVersion": "v1.34.1", "platform": "linux/amd64"})
    write_file(f"{folder}/api/whole.json", {"kind": "APIVersions", "versions": ["v1"], "serverAddressByClientCIDRs": []})
    groups = []
    for (group, version), resources in RESOURCES.items():
        name = f"{group}/{version}" if group else version
        if group:
            one = {"groupVersion": name, "version": version}
            groups.append({"name": group, "versions": [one], "preferredVersion": one})
        write_file(f"{folder}/{base(group, version)}/whole.json", {
            "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": name,
            "resources": [{"name": resource, "singularName": kind.lower(), "namespaced": namespaced, "kind": kind,
                           "verbs": ["get", "list", "watch"]} | ({"shortNames": [short]} if short else {})
                          for resource, kind, namespaced, short in resources]})
    write_file(f"{folder}/apis/whole.json", {"kind": "APIGroupList", "apiVersion": "v1", "groups": groups})


def objects_of(app):
    """Every list that an application has something in: resource, and its objects."""
    yield "deployments", [app.deployment()]
    yield "replicasets", app.replica_sets()
    yield "services", [app.service()]
    yield "endpointslices", [app.endpoint_slice()]
    yield "configmaps", [app.config_map()]
    yield "secrets", [app.secret()]
    yield "events", app.events()
    if app.number % 5 == 0 or app.namespace == "shop":
        yield "ingresses", [app.ingress()]


def write_lists(folder, apps, node_count, in_namespace=None):
    """All lists of these applications; `in_namespace` as the paths of that namespace."""
    names = sorted({app.namespace for app in apps})
    extra = {"serviceaccounts": [cluster.default_account(name) for name in names],
             "configmaps": [cluster.root_certificate(name) for name in names]}
    if not in_namespace:
        extra |= {"namespaces": [cluster.namespace(name) for name in names], "ingressclasses": [cluster.ingress_class()],
                  "nodes": [cluster.node(number) for number in range(node_count)]}
    totals = {resource: len(found) for resource, found in extra.items()}
    totals["pods"] = len(apps) * cluster.PODS_OF_APP
    for app in apps:
        for resource, found in objects_of(app):
            totals[resource] = totals.get(resource, 0) + len(found)
    middle = f"/namespaces/{in_namespace}" if in_namespace else ""
    lists = {}
    for (group, version), resources in RESOURCES.items():
        for resource, kind, namespaced, _ in resources:
            if in_namespace and not namespaced:
                continue
            shown = "PartialObjectMetadata" if resource == "secrets" else kind
            lists[resource] = Collection(f"{folder}/plain", f"{base(group, version)}{middle}/{resource}",
                                         f"{group}/{version}" if group else version, shown, totals.get(resource, 0))
    tables = Tables(f"{folder}/table", f"api/v1{middle}/pods", totals["pods"])
    for resource, found in extra.items():
        for item in found:
            lists[resource].add(item)
    for app in apps:
        for pod in app.pods():
            lists["pods"].add(pod)
            tables.add_pod(pod)
        for resource, found in objects_of(app):
            for item in found:
                lists[resource].add(item)
    for each in [*lists.values(), tables]:
        each.close()


def write(pods, folder):
    """Everything, into a folder that is whole or not there."""
    making = f"{folder}.making"
    shutil.rmtree(making, ignore_errors=True)
    node_count = max(1, pods // cluster.PODS_OF_NODE)
    # The application in question is the same in a cluster of any size: broken, in a namespace of its own.
    shop = cluster.App(0, "web", "shop", fault="unready", node_count=1)
    apps = [cluster.App(number, node_count=node_count) for number in range(1, pods // cluster.PODS_OF_APP + 1)]
    write_discovery(f"{making}/plain")
    write_lists(making, [*apps, shop], node_count)
    write_lists(making, [shop], node_count, in_namespace="shop")
    write_file(f"{making}/plain/api/v1/namespaces/shop/whole.json",
               {"kind": "Namespace", "apiVersion": "v1"} | cluster.namespace("shop"))
    shutil.rmtree(folder, ignore_errors=True)
    os.rename(making, folder)


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        raise SystemExit(__doc__)
    write(int(sys.argv[1]), sys.argv[2])
