#!/usr/bin/env python3
"""People who may not read everything: what Faultline tells them must be useful, and must not claim what was not seen.

usage: access.py KUBECONFIG     (the stories are applied already)

Three users are made as ServiceAccounts with a token, so that this works on every server from 1.20 on:
  developer   may read Pods, Services, Deployments and ReplicaSets of some stories: no events, no logs, nothing else
  nobody      may read nothing
  stranger    has a token that the server does not know
"""
import base64
import json
import os
import sys
import tempfile
import time

from cluster import LABEL, Cluster, Diagnosis, place

SPACE = "fl-access"
UNTRIED = "fl-try-loopback-only"
GRANTED = ("fl-crash-exit-code", "fl-healthy", "fl-image-tag-missing", UNTRIED)
NOT_GRANTED = "fl-selector-typo"
RULES = [{"apiGroups": [""], "resources": ["pods", "services"], "verbs": ["get", "list", "watch"]},
         {"apiGroups": ["apps"], "resources": ["deployments", "replicasets"], "verbs": ["get", "list", "watch"]}]
USERS = ("developer", "nobody")


def objects():
    meta = {"name": SPACE, "labels": {LABEL: "access"}}
    yield {"apiVersion": "v1", "kind": "Namespace", "metadata": meta}
    for user in USERS:
        yield {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": user, "namespace": SPACE}}
        yield {"apiVersion": "v1", "kind": "Secret", "type": "kubernetes.io/service-account-token",
               "metadata": {"name": user + "-token", "namespace": SPACE,
                            "annotations": {"kubernetes.io/service-account.name": user}}}
    for space in GRANTED:
        role = {"name": "fl-developer", "namespace": space}
        yield {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": role, "rules": RULES}
        yield {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "RoleBinding", "metadata": role,
               "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": role["name"]},
               "subjects": [{"kind": "ServiceAccount", "name": "developer", "namespace": SPACE}]}


def token_of(cluster, user):
    """The token controller fills the Secret a moment later."""
    for _ in range(60):
        data = cluster.get("secret", user + "-token", "-n", SPACE).get("data", {})
        if data.get("token"):
            return base64.b64decode(data["token"]).decode()
        time.sleep(0.5)
    raise RuntimeError(f"the server made no token for {user}")


def kubeconfig(cluster, folder, user, token, namespace):
    """A kubeconfig of the same server for another user. JSON is YAML."""
    view = json.loads(cluster.run("config", "view", "--minify", "--raw", "-o", "json"))
    server = {"name": "test", "cluster": view["clusters"][0]["cluster"]}
    context = {"name": user, "context": {"cluster": "test", "user": user, "namespace": namespace}}
    path = os.path.join(folder, user + ".kubeconfig")
    with open(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
        json.dump({"apiVersion": "v1", "kind": "Config", "clusters": [server], "contexts": [context],
                   "current-context": user, "users": [{"name": user, "user": {"token": token}}]}, file)
    return path


class Checks:
    """Counts what does not hold, and says it."""

    def __init__(self):
        self.failed = 0

    def that(self, holds, sentence, *shown):
        print(("ok    " if holds else "WRONG ") + sentence, *([] if holds else ["->", *shown]), flush=True)
        self.failed += not holds


def primary(diagnosis):
    return next((finding for subject in diagnosis.subjects for finding in subject["findings"] if finding["primary"]), None)


def unseen(diagnosis):
    return {entry["reason"] for subject in diagnosis.subjects for entry in subject["notChecked"]}


def check_developer(checks, config):
    crash = Diagnosis(config, "-n", "fl-crash-exit-code")
    leaf = place(primary(crash) or {"leaf": "", "stoppedAt": ""})
    checks.that(crash.exit_code == 1 and leaf in ("res_fix_app", "res_fix_crashing", "?k_fixed"),
                "a crash is found without events and logs", crash.exit_code, leaf, crash.complaint)
    checks.that("forbidden:events" in unseen(crash) or "logUnavailable" in unseen(crash),
                "what was not to be read is named as not checked", sorted(unseen(crash)))
    checks.that(crash.subjects and crash.subjects[0]["layers"].get("ingress") != "fine", "an unseen Ingress is not fine")

    healthy = Diagnosis(config, "-n", "fl-healthy")
    states = healthy.subjects[0]["layers"] if healthy.subjects else {}
    checks.that(healthy.exit_code == 0 and states.get("pods") == "fine", "what is fine and seen is called fine",
                healthy.exit_code, states)
    checks.that("forbidden:ingresses" in unseen(healthy) and states.get("ingress") not in ("fine", "as intended"),
                "of a hidden Ingress nothing is claimed", states, sorted(unseen(healthy)))

    # On 1.20 the registry's words stand in the Pod's status only for the moment of each try (ErrImagePull); between
    # the tries (ImagePullBackOff) events alone have them. Told is right where the status told it, asked where it did not.
    for _ in range(20):
        image = Diagnosis(config, "-n", "fl-image-tag-missing")
        stop = primary(image) or {}
        if place(stop).startswith("?") or "state.waiting.message" not in json.dumps(stop.get("walk")):
            break
        time.sleep(3)
    checks.that(image.exit_code == 1 and place(stop).startswith("?") and "forbidden:events" in unseen(image),
                "the cause of a failed pull, told by hidden events alone, is asked and not guessed", place(stop),
                sorted(unseen(image)))

    other = Diagnosis(config, "-n", NOT_GRANTED)
    said = other.complaint + json.dumps(other.json)
    checks.that(other.exit_code not in (0, 1) and "orbidden" in said, "a namespace without rights is no healthy one",
                other.exit_code, said[:300])
    everywhere = Diagnosis(config, "-A")
    said = everywhere.complaint + json.dumps(everywhere.json)
    checks.that(everywhere.exit_code not in (0, 1) and "orbidden" in said, "without rights for all namespaces -A says so",
                everywhere.exit_code, said[:300])


def check_trying(checks, config):
    """Who may not try hears so; what was not tried is no fault, and not fine either."""
    tried = Diagnosis(config, "-n", UNTRIED, "--try")
    entries = {entry["node"]: entry for subject in tried.subjects for entry in subject["notChecked"]}
    access, service = entries.get("f_access", {}), entries.get("s_visit", {})
    checks.that(tried.exit_code == 0, "without the right to try nothing is a fault", tried.exit_code, tried.complaint)
    checks.that(access.get("reason") == "trialNotAllowed:pods/portforward", "the missing right for a tunnel is named", access)
    checks.that("pods/portforward" in (access.get("rule") or ""), "and the rule that would allow it", access)
    checks.that(service.get("reason") == "trialNotAllowed:services/proxy", "so is the one for the Service's proxy", service)


def check_nobody(checks, config, token):
    for arguments in (("-n", "fl-healthy"), ("-A",), ("deployment/shop", "-n", "fl-healthy")):
        nothing = Diagnosis(config, *arguments)
        said = nothing.complaint + json.dumps(nothing.json)
        words = " ".join(arguments)
        checks.that(nothing.exit_code not in (0, 1), f"who may read nothing gets no verdict ({words})", nothing.exit_code)
        checks.that("orbidden" in said, f"and is told why ({words})", said[:300])
        checks.that("res_no_deployment" not in said, f"and nothing is called missing ({words})", said[:300])
        checks.that(token not in said, f"and the token is not shown ({words})")


def check_stranger(checks, config):
    refused = Diagnosis(config, "-n", "fl-healthy")
    checks.that(refused.exit_code not in (0, 1) and not refused.subjects, "an unknown token gets no verdict", refused.exit_code)
    checks.that("401" in refused.complaint or "nauthorized" in refused.complaint or "credential" in refused.complaint,
                "and is told that the server does not know it", refused.complaint)
    checks.that("not-a-token" not in refused.complaint, "and the token is not shown")


def check_unknown_authority(checks, config):
    """The same server, without its certificate authority: nobody else's word for who it is counts."""
    with open(config, encoding="utf-8") as file:
        view = json.load(file)
    for key in ("certificate-authority-data", "certificate-authority"):
        view["clusters"][0]["cluster"].pop(key, None)
    with open(config, "w", encoding="utf-8") as file:
        json.dump(view, file)
    refused = Diagnosis(config, "-n", GRANTED[0])
    checks.that(refused.exit_code not in (0, 1) and not refused.subjects and "ertificate" in refused.complaint,
                "a server that nobody vouches for is not spoken to", refused.exit_code, refused.complaint)


def main(path):
    cluster, checks = Cluster(path), Checks()
    cluster.run("apply", "-f", "-", text=json.dumps({"apiVersion": "v1", "kind": "List", "items": list(objects())}))
    with tempfile.TemporaryDirectory() as folder:
        tokens = {user: token_of(cluster, user) for user in USERS}
        developer = kubeconfig(cluster, folder, "developer", tokens["developer"], GRANTED[0])
        nobody = kubeconfig(cluster, folder, "nobody", tokens["nobody"], "fl-healthy")
        stranger = kubeconfig(cluster, folder, "stranger", "not-a-token", "fl-healthy")
        check_developer(checks, developer)
        check_trying(checks, developer)
        check_nobody(checks, nobody, tokens["nobody"])
        check_stranger(checks, stranger)
        check_unknown_authority(checks, developer)
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
