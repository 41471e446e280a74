#!/usr/bin/env python3
"""What is mended is fine at the next look, and what breaks again is broken: no memory between two diagnoses.

usage: mend.py KUBECONFIG     (the stories are applied already)

The command that Faultline itself proposes for the selector is not run blindly: the change is the one that a person
would make, and the verdict before and after is Faultline's own.
"""
import json
import sys
import time

from access import Checks
from cluster import Cluster, Diagnosis, place

PATIENCE_SECONDS = 90
MENDS = (
    # story, object, patch, leaf before
    ("crash-exit-code", "deployment/cart", [{"op": "replace", "path": "/spec/template/spec/containers/0/command",
                                             "value": ["sleep", "100000"]}], "res_fix_app"),
    ("selector-typo", "service/orders", [{"op": "replace", "path": "/spec/selector/tier", "value": "backend"}],
     "res_selector"),
    ("image-tag-missing", "deployment/pay", [{"op": "replace", "path": "/spec/template/spec/containers/0/image",
                                              "value": "busybox:1.35"}], "res_image_tag"),
)


def verdict(cluster, space):
    seen = Diagnosis(cluster.kubeconfig, "-n", space)
    findings = [place(f) for s in seen.subjects for f in s["findings"] if f["primary"] and not f["note"]]
    return seen.exit_code, [one["health"] for one in seen.subjects], findings


def main(path):
    cluster, checks = Cluster(path), Checks()
    for story, target, patch, leaf in MENDS:
        space = "fl-" + story
        code, _, findings = verdict(cluster, space)
        checks.that(code == 1 and leaf in findings, f"{story} is broken before the mend", code, findings)
        cluster.run("patch", target, "-n", space, "--type=json", "-p", json.dumps(patch))
        begin = time.monotonic()
        while True:
            code, health, findings = verdict(cluster, space)
            if code == 0 and set(health) == {"fine"} or time.monotonic() - begin > PATIENCE_SECONDS:
                break
            time.sleep(1)
        checks.that(code == 0 and set(health) == {"fine"}, f"{story} is fine after the mend "
                    f"({time.monotonic() - begin:.0f} s)", code, health, findings)
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
