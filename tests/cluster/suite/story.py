"""A story: a broken (or healthy) application, how to know that the cluster has come to its state, and what is right to
say of it. The shape of expected.json is that of tests/clusters/, with "ready" added:
  reasons     one of these is the state, or last state, of a container
  restarts    a container was started again at least so often
  events      one of these reasons is in the namespace's events
  conditions  all of these hold: "Deployment/x Available=True", "Deployment/x observed", "DaemonSet/x ready=N",
              "Pods pending=N"; * stands for any name
  endpoints   all of these Services have an address
  running     a container of this Deployment's Pods runs
and "tried" where a trial of the connection (--try) tells more: the end that is right then, how certain it is, and what the
questions on the way were answered.
"""
import json
import os
import re

from cluster import LABEL, place, reference

LEAF = re.compile(r"\bres_\w+")


def container_states(pods):
    for pod in pods:
        status = pod.get("status", {})
        for container in status.get("initContainerStatuses", []) + status.get("containerStatuses", []):
            yield pod, container


def reasons_of(container):
    for key in ("state", "lastState"):
        for state in container.get(key, {}).values():
            if state and state.get("reason"):
                yield state["reason"]


class Story:
    def __init__(self, folder):
        self.name = os.path.basename(folder)
        self.namespace = "fl-" + self.name
        with open(os.path.join(folder, "manifest.yaml"), encoding="utf-8") as file:
            self.manifest = file.read()
        with open(os.path.join(folder, "expected.json"), encoding="utf-8") as file:
            self.expected = json.load(file)
        self.leaves = [self.expected["leaf"], *self.expected["accept"]]
        self.tried = Tried(self) if "tried" in self.expected else None

    # --- has the cluster come so far? ---------------------------------------------------------------------------------
    def missing(self, items):
        """What this story still waits for, as words; empty when the cluster has come to its state."""
        ready = self.expected["ready"]
        pods = [item for item in items if item["kind"] == "Pod"]
        waits = []
        if "reasons" in ready and not any(reason in ready["reasons"] for _, container in container_states(pods)
                                          for reason in reasons_of(container)):
            waits.append("one of " + ", ".join(ready["reasons"]))
        if max((c["restartCount"] for _, c in container_states(pods)), default=0) < ready.get("restarts", 0):
            waits.append(f"{ready['restarts']} restarts")
        if "events" in ready and not any(item["kind"] == "Event" and item["reason"] in ready["events"] for item in items):
            waits.append("event " + " or ".join(ready["events"]))
        if "running" in ready and not any("running" in c.get("state", {}) for pod, c in container_states(pods)
                                          if pod["metadata"]["name"].startswith(ready["running"] + "-")):
            waits.append("a running container")
        waits += [condition for condition in ready.get("conditions", []) if not self.holds(condition, items)]
        return waits + [f"endpoints of {name}" for name in ready.get("endpoints", []) if not has_address(name, items)]

    @staticmethod
    def holds(condition, items):
        what, wanted = condition.split(" ")
        key, _, value = wanted.partition("=")
        if what == "Pods":
            return sum(i["kind"] == "Pod" and i["status"].get("phase") == "Pending" for i in items) == int(value)
        kind, name = what.split("/")
        return any(object_holds(item, key, value) for item in items
                   if item["kind"] == kind and name in ("*", item["metadata"]["name"]))

    # --- what the cluster said, for the table -------------------------------------------------------------------------
    def cluster_said(self, items):
        pods = [item for item in items if item["kind"] == "Pod"]
        said = []
        for pod, container in container_states(pods):
            for reason in reasons_of(container):
                said.append(reason)
            if container["restartCount"] > 0:
                said.append("restarts")
        for pod in pods:
            said += [c["reason"] for c in pod["status"].get("conditions", []) if c["status"] == "False" and
                     c.get("reason") in ("Unschedulable",)]
        if not said:
            said += [f"{sum(is_ready(pod) for pod in pods)}/{len(pods)} ready"]
        events = [item["reason"] for item in items if item["kind"] == "Event" and item["type"] == "Warning"]
        words = list(dict.fromkeys(said))
        told = list(dict.fromkeys(events))
        return ", ".join(words) + (" | events: " + ", ".join(told) if told else "")

    # --- is what Faultline said right? --------------------------------------------------------------------------------
    def problem(self, subjects):
        """What is wrong with a diagnosis of this story's namespace; empty when it is right."""
        verdicts = {"fault": self.fault_problem, "intended": self.intended_problem, "none": self.fine_problem}
        return (verdicts[self.expected["verdict"]](subjects) or self.also_found_problem(subjects) or
                self.false_alarm(subjects))

    def is_about(self, subject, finding):
        wanted = self.expected["object"]
        return reference(finding["object"]) == wanted or (
            reference(subject["subject"]) == wanted and finding["object"]["kind"] == "Pod")

    def fault_problem(self, subjects):
        for subject, finding in findings(subjects):
            if (finding["primary"] and not finding["note"] and place(finding) in self.leaves and
                    finding["layer"] == self.expected["layer"] and self.is_about(subject, finding)):
                return ""
        return "the fault is no primary finding"

    def intended_problem(self, subjects):
        found = any(finding["note"] and place(finding) in self.leaves and self.is_about(subject, finding)
                    for subject, finding in findings(subjects))
        return "" if found else "what is intended is not noted"

    def fine_problem(self, subjects):
        bad = [reference(one["subject"]) for one in subjects if one["health"] != "fine"]
        if not any(reference(one["subject"]) == self.expected["object"] for one in subjects):
            return self.expected["object"] + " was not looked at"
        return "not fine: " + ", ".join(bad) if bad else ""

    def also_found_problem(self, subjects):
        for sentence in self.expected["alsoFound"]:
            wanted = LEAF.findall(sentence)
            if wanted and not any(finding["leaf"] in wanted for _, finding in findings(subjects)):
                return "not found: " + sentence
        return ""

    def false_alarm(self, subjects):
        known = self.leaves + [leaf for sentence in self.expected["alsoFound"] for leaf in LEAF.findall(sentence)]
        for _, finding in findings(subjects):
            if not finding["note"] and not finding["explained"] and place(finding) not in known:
                return f"false alarm: {place(finding)} on {reference(finding['object'])}"
        return ""

    def exit_code(self):
        return 1 if self.expected["verdict"] == "fault" else 0


class Tried(Story):
    """The same story once the connection was tried."""

    def __init__(self, story):  # pylint: disable=super-init-not-called
        self.name, self.namespace, self.tried = story.name, story.namespace, None
        self.expected = {**story.expected, "alsoFound": [], **story.expected["tried"]}
        self.leaves = [self.expected["leaf"]]

    def answers_problem(self, subjects):
        """What the walks answered, and how certain the verdict is; empty when it is as it should be."""
        given = {step["node"]: step["answer"] for subject in subjects for walk in subject["walks"]
                 for step in walk["steps"]}
        given.update({step["node"]: step["answer"] for _, finding in findings(subjects) for step in finding["walk"]})
        wrong = []
        for node, answer in self.expected["answers"].items():
            told = given.get(node, "nothing")
            if told != answer:
                wrong.append(f"{node} was answered {told}, not {answer}")
        certainty = self.expected.get("certainty")
        if certainty and not any(finding["primary"] and finding["certainty"] == certainty
                                 for _, finding in findings(subjects)):
            wrong.append(f"the verdict is not {certainty}")
        return "; ".join(wrong)


def findings(subjects):
    return [(subject, finding) for subject in subjects for finding in subject["findings"]]


def faultline_said(subjects):
    primary = [f"{place(f)} ({f['layer']}) {reference(f['object'])}" for _, f in findings(subjects)
               if f["primary"] and not f["note"]]
    notes = [place(f) + " (note)" for _, f in findings(subjects) if f["note"]]
    return "; ".join(dict.fromkeys(primary or notes)) or ", ".join(
        dict.fromkeys(one["health"] for one in subjects)) or "nothing"


def is_ready(pod):
    return any(c["type"] == "Ready" and c["status"] == "True" for c in pod["status"].get("conditions", []))


def object_holds(item, key, value):
    status = item.get("status", {})
    if key == "observed":
        return status.get("observedGeneration") == item["metadata"]["generation"]
    if key == "ready":
        return status.get("numberReady", status.get("readyReplicas", 0)) >= int(value)
    return any(c["type"] == key and c["status"] == value for c in status.get("conditions", []))


def has_address(service, items):
    return any(item["kind"] == "Endpoints" and item["metadata"]["name"] == service and
               any(subset.get("addresses") for subset in item.get("subsets", [])) for item in items)


def load_stories(folder, wanted=()):
    names = sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name)))
    unknown = set(wanted) - set(names)
    if unknown:
        raise SystemExit("no such story: " + ", ".join(sorted(unknown)))
    return [Story(os.path.join(folder, name)) for name in names if not wanted or name in wanted]


__all__ = ["LABEL", "Story", "faultline_said", "findings", "load_stories"]
