#!/usr/bin/env python3
"""Applies every story to the cluster, waits until the cluster has come to each one's state, has the program diagnose it
all over TLS, and compares. Prints a table; exits with 1 when one story is not as it should be.

usage: stories.py apply|wait|check|try|delete KUBECONFIG [STORY...]
environment: FAULTLINE_PROGRAM, FAULTLINE_CLUSTER_KUBECTL, FAULTLINE_CLUSTER_OWN=1 where the cluster is the suite's own
"""
import json
import os
import sys
import time

from cluster import LABEL, Cluster, Diagnosis
from story import faultline_said, load_stories, object_holds

SCENARIOS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "scenarios")
PATIENCE_SECONDS = 300  # the slowest, a CronJob, needs up to a minute and a half
ADDRESS = "faultline.test/address"
UPSTREAM = "faultline.test/upstream-of"


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def fitting(cluster, manifest):
    """CronJob is v1 from 1.21; before, v1beta1 with the same fields."""
    if cluster.serves("batch/v1", "cronjobs"):
        return manifest
    return manifest.replace("apiVersion: batch/v1\nkind: CronJob", "apiVersion: batch/v1beta1\nkind: CronJob")


def apply(cluster, stories):
    with open(os.path.join(SCENARIOS, "shared.yaml"), encoding="utf-8") as file:
        documents = [file.read(), *(story.manifest for story in stories)]
    cluster.run("apply", "-f", "-", text=fitting(cluster, "\n---\n".join(documents)))
    write_addresses(cluster)


def write_addresses(cluster):
    """Plays the ingress controller: an Ingress that asks for an address gets it into its status."""
    for ingress in cluster.get("ingresses.networking.k8s.io", "--all-namespaces")["items"]:
        address = ingress["metadata"].get("annotations", {}).get(ADDRESS)
        if not address:
            continue
        ingress["status"] = {"loadBalancer": {"ingress": [{"ip": address}]}}
        meta = ingress["metadata"]
        path = f"/apis/networking.k8s.io/v1/namespaces/{meta['namespace']}/ingresses/{meta['name']}/status"
        cluster.run("replace", "--raw", path, "-f", "-", text=json.dumps(ingress))


def write_upstreams(cluster, picture):
    """Plays the control loop of a small ingress controller: where the Pod behind its Service is, as `nc` takes it."""
    for item in (item for items in picture.values() for item in items if item["kind"] == "Deployment"):
        meta = item["metadata"]
        service = meta.get("annotations", {}).get(UPSTREAM)
        endpoints = [one for one in picture[meta["namespace"]] if one["kind"] == "Endpoints" and
                     one["metadata"]["name"] == service and one.get("subsets", [{}])[0].get("addresses")]
        if not endpoints or object_holds(item, "Available", "True"):
            continue
        subset = endpoints[0]["subsets"][0]
        target = f"{subset['addresses'][0]['ip']} {subset['ports'][0]['port']}"
        cluster.run("apply", "-f", "-", text=json.dumps({
            "apiVersion": "v1", "kind": "ConfigMap", "data": {"address": target},
            "metadata": {"name": "upstream", "namespace": meta["namespace"]}}))


def wait(cluster, stories):
    """Until each story has come to its state once: crash loops swing, so what was seen stays seen."""
    pending, begin = {story.name: ["anything"] for story in stories}, time.monotonic()
    while True:
        picture = cluster.picture()
        write_upstreams(cluster, picture)
        for story in stories:
            if story.name in pending:
                pending[story.name] = story.missing(picture[story.namespace])
                if not pending[story.name]:
                    del pending[story.name]
        if not pending:
            say(f"cluster: every story has come to its state (after {time.monotonic() - begin:.0f} s)")
            return True
        if time.monotonic() - begin > PATIENCE_SECONDS:
            for name, missing in pending.items():
                say(f"cluster: {name} never came to its state: waiting for {'; '.join(missing)}")
            return False
        time.sleep(1)


def check(cluster, stories):
    whole = Diagnosis(cluster.kubeconfig, "-A")
    picture = cluster.picture()
    if not whole.subjects:
        say("cluster: diagnose -A said nothing:", whole.complaint)
        return False
    rows, wrong = [], 0
    for story in stories:
        seen = whole.of_namespace(story.namespace)
        alone = Diagnosis(cluster.kubeconfig, "-n", story.namespace)
        problems = [story.problem(seen), in_one_namespace(story, alone)]
        verdict = "; ".join(filter(None, problems)) or "ok"
        if any(problems) and is_right_soon(cluster, story):
            verdict, problems = f"ok a moment later ({verdict})", []
        wrong += any(problems)
        rows.append((story.name, story.cluster_said(picture[story.namespace]), faultline_said(seen), verdict))
    for row in (("story", "what the cluster said", "what Faultline said", "verdict"), *rows):
        print(" ¦ ".join((row[0].ljust(28), row[1].ljust(60), row[2].ljust(60), row[3])))
    told = whole.exit_code == 1 or not any(story.exit_code() for story in stories)
    if not told:
        say(f"cluster: diagnose -A exited with {whole.exit_code}, not with 1")
    say(f"cluster: {len(rows) - wrong} of {len(rows)} stories are diagnosed as they should be")
    return wrong == 0 and told


def is_right_soon(cluster, story):
    """Whether the story is diagnosed as it should be within a minute: a CronJob's next Pod starts, a back-off ends, and
    for that moment another verdict is true."""
    for _ in range(3):
        time.sleep(20)
        everywhere = Diagnosis(cluster.kubeconfig, "-A").of_namespace(story.namespace)
        alone = Diagnosis(cluster.kubeconfig, "-n", story.namespace)
        if not story.problem(everywhere) and not in_one_namespace(story, alone):
            return True
    return False


def in_one_namespace(story, diagnosis):
    """The same story asked for by -n: the same verdict, and the exit code that a script builds on."""
    problem = story.problem(diagnosis.subjects)
    if not problem and diagnosis.exit_code != story.exit_code():
        problem = f"exit code {diagnosis.exit_code}, not {story.exit_code()}"
    return "with -n: " + problem + (" " + faultline_said(diagnosis.subjects)) if problem else ""


def try_connections(cluster, stories):
    """The stories that only a trial of the connection tells apart, with --try; without it nothing was contacted."""
    rows, wrong = [], 0
    for story in stories:
        if not story.tried:
            continue
        tried = Diagnosis(cluster.kubeconfig, "-n", story.namespace, "--try")
        problems = [story.tried.problem(tried.subjects), story.tried.answers_problem(tried.subjects)]
        if tried.exit_code != story.tried.exit_code():
            problems.append(f"exit code {tried.exit_code}, not {story.tried.exit_code()}")
        if "trying" not in tried.complaint:
            problems.append("nothing was tried")
        wrong += any(problems)
        rows.append((story.name, faultline_said(tried.subjects), "; ".join(filter(None, problems)) or "ok"))
    for row in (("story", "what Faultline said with --try", "verdict"), *rows):
        print(" ¦ ".join((row[0].ljust(28), row[1].ljust(60), row[2])))
    say(f"cluster: {len(rows) - wrong} of {len(rows)} stories are diagnosed as they should be with --try")
    return wrong == 0


def delete(cluster, _):
    cluster.run("delete", "namespaces,ingressclasses.networking.k8s.io,storageclasses.storage.k8s.io", "-l", LABEL,
                "--wait=true")
    return True


def main(action, kubeconfig, *wanted):
    stories = load_stories(SCENARIOS, wanted)
    if os.environ.get("FAULTLINE_CLUSTER_OWN") != "1":
        stories = [story for story in stories if not story.expected.get("ownClusterOnly")]
    steps = {"apply": apply, "wait": wait, "check": check, "try": try_connections, "delete": delete}
    return 1 if steps[action](Cluster(kubeconfig), stories) is False else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
