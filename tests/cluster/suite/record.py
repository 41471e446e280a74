#!/usr/bin/env python3
"""Records stories as they are now in the cluster: one YAML file with the objects of the namespace, and the logs.

usage: record.py KUBECONFIG FOLDER [STORY...]
"""
import json
import os
import re
import subprocess
import sys

from cluster import Cluster
from stories import SCENARIOS
from story import load_stories

NAMESPACED = ("pods deployments.apps replicasets.apps statefulsets.apps daemonsets.apps jobs.batch services endpoints "
              "endpointslices.discovery.k8s.io ingresses.networking.k8s.io networkpolicies.networking.k8s.io configmaps "
              "secrets serviceaccounts persistentvolumeclaims resourcequotas limitranges events").split()
WHOLE_CLUSTER = "nodes ingressclasses.networking.k8s.io storageclasses.storage.k8s.io persistentvolumes".split()
BOOKKEEPING = ("managedFields", "selfLink", "resourceVersion", "generateName")
PLAIN = re.compile(r"^[A-Za-z][A-Za-z0-9_./-]*$")
WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def scalar(value):
    if isinstance(value, str) and PLAIN.match(value) and value.lower() not in WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


def yaml(value, indent=0):
    """Block style, scalars quoted where they must be: enough for API objects, and small enough to read in a diff."""
    pad = "  " * indent
    if isinstance(value, dict) and value:
        for key, item in value.items():
            if isinstance(item, (dict, list)) and item:
                yield f"{pad}{scalar(key)}:"
                yield from yaml(item, indent + (0 if isinstance(item, list) else 1))
            else:
                yield f"{pad}{scalar(key)}: {scalar(item)}"
    elif isinstance(value, list) and value:
        for item in value:
            first, *rest = yaml(item, indent + 1)
            yield f"{pad}- {first.lstrip()}"
            yield from rest
    else:
        yield pad + scalar(value)


def pruned(item):
    meta = item["metadata"]
    for key in BOOKKEEPING:
        meta.pop(key, None)
    notes = meta.get("annotations", {})
    notes.pop("kubectl.kubernetes.io/last-applied-configuration", None)
    notes.pop("control-plane.alpha.kubernetes.io/leader", None)
    if item["kind"] == "Secret":
        item.pop("data", None)
        item.pop("stringData", None)
    if item["kind"] == "Node":
        item["status"].pop("images", None)
    if item["kind"] == "Event":
        for key in ("reportingComponent", "reportingInstance"):
            item.pop(key, None)
        meta.pop("uid", None)
    return without_nothing(item)


def without_nothing(value):
    """Null and empty annotations say nothing; empty maps elsewhere (emptyDir: {}) do."""
    if isinstance(value, dict):
        return {key: without_nothing(item) for key, item in value.items()
                if item is not None and not (key in ("annotations", "labels") and not item)}
    return [without_nothing(item) for item in value] if isinstance(value, list) else value


def is_wanted(item):
    name = item["metadata"]["name"]
    return not (item["kind"] == "ConfigMap" and name == "kube-root-ca.crt")


def objects_of(cluster, story):
    kinds = NAMESPACED + (["cronjobs.batch"] if cluster.serves("batch/v1beta1", "cronjobs") or
                          cluster.serves("batch/v1", "cronjobs") else [])
    items = [cluster.get("namespace", story.namespace)]
    items += cluster.get(",".join(kinds), "-n", story.namespace)["items"]
    items += cluster.get(",".join(WHOLE_CLUSTER))["items"]
    return [pruned(item) for item in items if is_wanted(item)]


def save_logs(cluster, story, items, folder):
    for pod in (item for item in items if item["kind"] == "Pod"):
        names = [c["name"] for c in pod["spec"].get("initContainers", []) + pod["spec"]["containers"]]
        for name, previous in ((name, previous) for name in names for previous in (False, True)):
            more = ["--previous"] if previous else []
            done = subprocess.run([cluster.program, "--kubeconfig", cluster.kubeconfig, "logs", pod["metadata"]["name"], "-n",
                                   story.namespace, "-c", name, "--tail=100", *more], text=True, capture_output=True, check=False)
            if done.returncode == 0 and done.stdout:
                os.makedirs(os.path.join(folder, "logs"), exist_ok=True)
                file = f"{pod['metadata']['name']}.{name}{'.previous' if previous else ''}.log"
                with open(os.path.join(folder, "logs", file), "w", encoding="utf-8") as log:
                    log.write(done.stdout)


def record(cluster, story, folder, version):
    os.makedirs(folder, exist_ok=True)
    items = objects_of(cluster, story)
    with open(os.path.join(folder, "cluster.yaml"), "w", encoding="utf-8") as file:
        for item in items:
            file.write("---\n" + "\n".join(yaml(item)) + "\n")
    save_logs(cluster, story, items, folder)
    expected = {key: value for key, value in story.expected.items() if key not in ("ready", "ownClusterOnly")}
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump({**expected, "kubernetes": version["gitVersion"]}, file, indent=2, ensure_ascii=False)
        file.write("\n")
    with open(os.path.join(folder, "version.json"), "w", encoding="utf-8") as file:
        json.dump({key: version[key] for key in ("major", "minor", "gitVersion")}, file)
        file.write("\n")


def main(kubeconfig, folder, *wanted):
    cluster = Cluster(kubeconfig)
    version = json.loads(cluster.run("get", "--raw", "/version"))
    for story in load_stories(SCENARIOS, wanted):
        record(cluster, story, os.path.join(folder, story.name), version)


if __name__ == "__main__":
    main(*sys.argv[1:])
