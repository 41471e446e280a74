#!/usr/bin/env python3
"""The comparer and the readiness rules can say no. Needs no cluster: part of every run of the tests."""
import copy
import os
import unittest

from story import Story, load_stories

SCENARIOS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "scenarios")


def story(name):
    return Story(os.path.join(SCENARIOS, name))


def reference(text):
    kind, namespace, name = text.split("/")
    return {"kind": kind, "namespace": namespace, "name": name}


def finding(leaf, layer, target, **more):
    return {"leaf": leaf, "stoppedAt": None, "layer": layer, "object": reference(target), "primary": True, "note": False,
            "explained": False, **more}


def right_answer(about):
    """The subjects that `diagnose -o json` prints when it is right about a story with a fault."""
    wanted = about.expected
    return [{"subject": reference(wanted["object"]), "health": "fault",
             "findings": [finding(wanted["leaf"], wanted["layer"], wanted["object"])]}]


class Comparing(unittest.TestCase):
    def test_the_right_end_is_right(self):
        for one in load_stories(SCENARIOS):
            if one.expected["verdict"] == "fault":
                self.assertEqual(one.problem(right_answer(one)), "", one.name)

    def test_a_wrong_end_is_seen(self):
        about = story("crash-oom")
        for key, value in (("leaf", "res_exec"), ("layer", "service"), ("primary", False), ("note", True),
                           ("object", reference("Deployment/fl-crash-oom/other"))):
            answer = copy.deepcopy(right_answer(about))
            answer[0]["findings"][0][key] = value
            self.assertNotEqual(about.problem(answer), "", key)
        self.assertNotEqual(about.problem([]), "")

    def test_a_false_alarm_is_seen(self):
        about = story("crash-oom")
        answer = right_answer(about)
        answer[0]["findings"].append(finding("res_class", "ingress", "Ingress/fl-crash-oom/x", primary=False))
        self.assertIn("res_class", about.problem(answer))
        answer[0]["findings"][-1]["explained"] = True
        self.assertEqual(about.problem(answer), "")

    def test_what_is_fine_must_have_been_looked_at(self):
        about = story("healthy")
        fine = {"subject": reference(about.expected["object"]), "health": "fine", "findings": []}
        self.assertEqual(about.problem([fine]), "")
        self.assertNotEqual(about.problem([]), "")
        self.assertNotEqual(about.problem([{**fine, "health": "open"}]), "")

    def test_what_is_intended_must_be_noted(self):
        about = story("paused")
        noted = right_answer(about)
        noted[0]["findings"][0]["note"] = True
        self.assertEqual(about.problem(noted), "")
        self.assertNotEqual(about.problem(right_answer(about)), "")


class Trying(unittest.TestCase):
    """A story whose connection was tried ends elsewhere than one that nobody tried."""

    def answer(self, about, certainty="proven", f_access="yes"):
        walk = [{"node": "f_access", "answer": f_access}, {"node": "f_loopback", "answer": "yes"}]
        wanted = about.tried.expected
        return [{"subject": reference(wanted["object"]), "health": "fault", "walks": [], "findings": [
            finding(wanted["leaf"], wanted["layer"], wanted["object"], certainty=certainty, walk=walk)]}]

    def test_the_right_end_is_right(self):
        about = story("try-loopback-only")
        right = self.answer(about)
        self.assertEqual((about.tried.problem(right), about.tried.answers_problem(right)), ("", ""))
        self.assertNotEqual(about.problem(right), "")
        self.assertEqual((about.exit_code(), about.tried.exit_code()), (0, 1))

    def test_a_wrong_answer_or_a_mere_suspicion_is_seen(self):
        about = story("try-loopback-only")
        self.assertIn("f_access", about.tried.answers_problem(self.answer(about, f_access="no")))
        self.assertIn("not proven", about.tried.answers_problem(self.answer(about, certainty="suspected")))

    def test_what_is_fine_was_tried(self):
        about = story("try-ingress")
        def fine(**answers):
            steps = [{"node": node, "answer": answer} for node, answer in answers.items()]
            return [{"subject": reference(about.tried.expected["object"]), "health": "fine", "findings": [],
                     "walks": [{"steps": steps}]}]
        right = about.tried.expected["answers"]
        self.assertEqual(about.tried.answers_problem(fine(**right)), "")
        self.assertIn("n_visit", about.tried.answers_problem(fine(**{**right, "n_visit": "unknown"})))
        self.assertIn("n_visit was answered nothing", about.tried.answers_problem(fine()))


class Waiting(unittest.TestCase):
    def test_a_crash_loop_is_waited_for(self):
        about = story("crash-oom")
        pod = {"kind": "Pod", "metadata": {"name": "x"}, "status": {"phase": "Running", "containerStatuses": [
            {"restartCount": 2, "state": {"waiting": {"reason": "CrashLoopBackOff"}},
             "lastState": {"terminated": {"reason": "OOMKilled"}}}]}}
        self.assertEqual(about.missing([pod]), [])
        pod["status"]["containerStatuses"][0]["restartCount"] = 1
        self.assertEqual(about.missing([pod]), ["2 restarts"])
        self.assertEqual(len(about.missing([])), 2)

    def test_every_story_waits_for_something(self):
        for one in load_stories(SCENARIOS):
            self.assertNotEqual(one.missing([]), [], one.name)


if __name__ == "__main__":
    unittest.main()
