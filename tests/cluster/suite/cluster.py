"""The cluster under test, by kubectl; and the program under test. Standard library only."""
import json
import os
import subprocess
from collections import defaultdict

LABEL = "faultline.test/story"
WATCHED = "pods,events,deployments.apps,daemonsets.apps,statefulsets.apps,jobs.batch,endpoints,persistentvolumeclaims"


class Cluster:
    """One kubeconfig, one kubectl."""

    def __init__(self, kubeconfig):
        self.kubeconfig = kubeconfig
        self.program = os.environ.get("FAULTLINE_CLUSTER_KUBECTL", "kubectl")

    def run(self, *arguments, text=None, check=True):
        done = subprocess.run([self.program, "--kubeconfig", self.kubeconfig, *arguments], input=text, text=True,
                              capture_output=True, timeout=300, check=False)
        if check and done.returncode != 0:
            raise RuntimeError(f"kubectl {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def get(self, *arguments):
        return json.loads(self.run("get", *arguments, "-o", "json"))

    def serves(self, group_version, resource):
        listed = self.run("get", "--raw", f"/apis/{group_version}", check=False)
        return any(item["name"] == resource for item in json.loads(listed or "{}").get("resources", []))

    def picture(self):
        """Namespace -> its objects, of the kinds whose state stories wait for."""
        spaces = defaultdict(list)
        for item in self.get(WATCHED, "--all-namespaces")["items"]:
            spaces[item["metadata"]["namespace"]].append(item)
        return spaces


class Diagnosis:
    """What `faultline diagnose -o json` printed, and how it exited."""

    def __init__(self, kubeconfig, *arguments):
        program = os.environ["FAULTLINE_PROGRAM"]
        environment = dict(os.environ, KUBECONFIG="/nonexistent", LC_ALL="C.UTF-8")
        done = subprocess.run([program, "diagnose", "--kubeconfig", kubeconfig, "-o", "json", "--language", "en", *arguments],
                              text=True, capture_output=True, timeout=300, check=False, env=environment)
        self.exit_code, self.complaint = done.returncode, done.stderr.strip()
        self.json = json.loads(done.stdout) if done.stdout.startswith("{") else {}
        self.subjects = self.json.get("subjects", [])

    def of_namespace(self, name):
        return [one for one in self.subjects if one["subject"]["namespace"] == name]


def reference(item):
    """As Faultline writes an object: Kind/namespace/name."""
    return "/".join(part for part in (item["kind"], item["namespace"], item["name"]) if part)


def place(finding):
    """Where a walk ended: a leaf, or ?question where it stopped."""
    return finding["leaf"] or "?" + (finding["stoppedAt"] or "")
