#!/usr/bin/env python3
"""Measures Faultline against what a user would pick instead: the same bytes, the same server, the same run.

    run.py BUILD [--out FILE] [--only PART ...] [--work FOLDER]

BUILD is a build folder of the preset "bench" (tests/bench/README.md). Parts: list, scale, one, files, start, layout, change,
storm. Writes what it measured as JSON to FILE (default: standard output) and says it in words on standard error.
Every duration is the median of several runs, alternating between the programs that are compared.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import cluster
import served
from server import Server

HERE = os.path.dirname(os.path.abspath(__file__))
RUNS = 5
SLOW_RUNS = 3


def say(text):
    print(text, file=sys.stderr, flush=True)


class Usage:
    """One run of a program: wall and processor seconds, its peak memory in MB."""

    def __init__(self, words, out=os.devnull, env=None, may_fail=False):
        call = [sys.executable, "-S", "-E", f"{HERE}/once.py", out, *words]
        told = json.loads(subprocess.run(call, check=True, stdout=subprocess.PIPE, env=env, stdin=subprocess.DEVNULL).stdout)
        self.wall, self.cpu, self.peak = told["wall"], told["cpu"], told["peak"]
        if told["code"] != 0 and not may_fail:
            raise SystemExit(f"{' '.join(map(str, words))}: exit code {told['code']}")


def middle(runs):
    return {"wall_s": round(statistics.median(run.wall for run in runs), 4),
            "cpu_s": round(statistics.median(run.cpu for run in runs), 4),
            "peak_mb": round(statistics.median(run.peak for run in runs), 1), "runs": len(runs)}


def alternating(work, count):
    """Each of the named runs `count` times, one after the other in turn: what disturbs the machine disturbs all."""
    runs = {name: [] for name in work}
    for _ in range(count):
        for name, once in work.items():
            runs[name].append(once())
    return {name: middle(each) for name, each in runs.items()}


class Bench:
    def __init__(self, build, work):
        self.build, self.work = os.path.abspath(build), os.path.abspath(work)
        self.faultline = f"{self.build}/faultline"
        self.home = f"{self.work}/home"
        os.makedirs(self.home, exist_ok=True)
        self.env = dict(os.environ, HOME=self.home, XDG_CONFIG_HOME=f"{self.home}/.config", QT_QPA_PLATFORM="offscreen",
                        LC_ALL="C.UTF-8", KUBECONFIG="/nonexistent")
        self.kubectl = shutil.which("kubectl")

    # --- what is served ---------------------------------------------------------------------------------------------

    def data(self, pods):
        """Made anew when the generator has changed."""
        folder = f"{self.work}/data-{pods}"
        mark = f"{folder}/made-by"
        sources = "".join(open(module.__file__, encoding="utf-8").read() for module in (cluster, served))
        if not os.path.exists(mark) or open(mark, encoding="utf-8").read() != sources:
            say(f"making a cluster of {pods} Pods ...")
            served.write(pods, folder)
            with open(mark, "w", encoding="utf-8") as out:
                out.write(sources)
        return folder

    def server(self, pods, gzip=False):
        return Server(self.data(pods), tempfile.mkdtemp(prefix="server-", dir=self.work), gzip)

    # --- who is compared --------------------------------------------------------------------------------------------

    def diagnose(self, server, *words, out=os.devnull):
        # Exit code 1: something is broken, which it is.
        return Usage([self.faultline, "diagnose", "--kubeconfig", server.kubeconfig, "-o", "json", *words], out=out, env=self.env,
                     may_fail=True)

    def kubectl_get(self, server, *words, out=os.devnull):
        return Usage([self.kubectl, "--kubeconfig", server.kubeconfig, "get", *words], out=out, env=self.env)

    def curl(self, server, paths, *words):
        urls = [part for path in paths for part in ("-o", "/dev/null", server.address + path)]
        return Usage(["curl", "-sS", "--cacert", f"{server.place}/ca.pem", *words, *urls], env=self.env)

    def lists_read(self, server, before):
        """What Faultline asked for, without what it asks once (discovery), as paths with their queries; and their bytes."""
        asked = [(path, size) for path, size in server.requests()[before:] if "limit=" in path]
        return [path for path, _ in asked], sum(size for _, size in asked)

    # --- the parts --------------------------------------------------------------------------------------------------

    def part_list(self, pods=10_000):
        with self.server(pods) as server:
            report = f"{self.work}/report.json"
            before = len(server.requests())
            self.diagnose(server, "-A", out=report)
            paths, size = self.lists_read(server, before)
            with open(report, encoding="utf-8") as text:
                subjects = json.load(text)["subjects"]
            pod_pages = [path for path in paths if "/pods?" in path]
            result = {"pods": pods, "read_mb": round(size / 1e6, 1), "requests": len(paths),
                      "pods_mb": round(sum(size for path, size in server.requests()[before:] if "/pods?" in path) / 1e6, 1),
                      "subjects": len(subjects), "broken": sum(each["health"] == "fault" for each in subjects)}
            quick = {"faultline": lambda: self.diagnose(server, "-A"),
                     "curl_same": lambda: self.curl(server, paths),
                     "curl_pods": lambda: self.curl(server, pod_pages),
                     "curl_pods_whole": lambda: self.curl(server, ["/api/v1/pods"]),
                     "idle": lambda: Usage([self.faultline, "version"], env=self.env)}
            result |= alternating(quick, RUNS)
            if self.kubectl:
                result |= alternating({"kubectl_json": lambda: self.kubectl_get(server, "pods", "-A", "-o", "json"),
                                       "kubectl_table": lambda: self.kubectl_get(server, "pods", "-A")}, SLOW_RUNS)
        with self.server(pods, gzip=True) as server:
            result["faultline_gzip"] = middle([self.diagnose(server, "-A") for _ in range(SLOW_RUNS)])
        ours = result["faultline"]
        result["ratio"] = {"curl_same": round(ours["wall_s"] / result["curl_same"]["wall_s"], 2),
                           "curl_pods": round(ours["wall_s"] / result["curl_pods"]["wall_s"], 2)}
        if self.kubectl:
            result["ratio"] |= {"kubectl_json": round(result["kubectl_json"]["wall_s"] / ours["wall_s"], 1),
                                "kubectl_table": round(result["kubectl_table"]["wall_s"] / ours["wall_s"], 1)}
        result["cpu_us_per_pod"] = round(ours["cpu_s"] * 1e6 / pods, 1)
        result["peak_above_idle_mb"] = round(ours["peak_mb"] - result["idle"]["peak_mb"], 1)
        return result

    def part_scale(self):
        """50,000 Pods against 10,000: five times of everything but what is done once."""
        found = {}
        with self.server(10_000) as small, self.server(50_000) as large:
            found = alternating({"10000": lambda: self.diagnose(small, "-A"), "50000": lambda: self.diagnose(large, "-A"),
                                 "none": lambda: Usage([self.faultline, "version"], env=self.env)}, SLOW_RUNS)
        few, many, none = found["10000"], found["50000"], found["none"]
        found["ratio_of_five"] = {
            "wall": round(many["wall_s"] / (5 * few["wall_s"]), 2), "cpu": round(many["cpu_s"] / (5 * few["cpu_s"]), 2),
            "memory": round((many["peak_mb"] - none["peak_mb"]) / (5 * (few["peak_mb"] - none["peak_mb"])), 2)}
        return found

    def part_one(self):
        """The same application, in a cluster of 10,000 other Pods and in one of none."""
        words = ("deployment/web", "-n", "shop")
        with self.server(10_000) as large, self.server(0) as alone:
            found = alternating({"in_10000": lambda: self.diagnose(large, *words),
                                 "alone": lambda: self.diagnose(alone, *words)}, 15)
        found["ratio"] = {key: round(found["in_10000"][key] / found["alone"][key], 2) for key in ("wall_s", "cpu_s", "peak_mb")}
        return found

    def part_files(self):
        """kubectl's own dumps of 10,000 Pods."""
        found = {}
        for form in ("json", "yaml"):
            path = f"{self.work}/pods.{form}"
            if not os.path.exists(path):
                if not self.kubectl:
                    return {"missing": "no kubectl to make the dumps"}
                with self.server(10_000) as server:
                    self.kubectl_get(server, "pods", "-A", "-o", form, out=f"{path}.part")
                os.rename(f"{path}.part", path)
            size = os.path.getsize(path) / 1e6
            inside = json.loads(subprocess.run([f"{self.build}/tests/bench/bench_parts", "read", path], env=self.env, check=True,
                                               stdout=subprocess.PIPE).stdout)
            runs = middle([Usage([self.faultline, "diagnose", "-f", path, "-o", "json"], env=self.env, may_fail=True)
                           for _ in range(SLOW_RUNS)])
            found[form] = {"mb": round(size, 1), "decode_mb_s": round(inside["decodeMBs"], 1),
                           "read_mb_s": round(inside["wholeMBs"], 1),
                           "kept_kb_per_pod": round(inside["keptKbPerPod"], 2),
                           "diagnose": runs, "diagnose_mb_s": round(size / runs["wall_s"], 1)}
        return found

    def part_start(self):
        runs = []
        for _ in range(9):
            words = [f"{self.build}/tests/bench/bench_start", "shop", str(time.monotonic() * 1000)]
            runs.append(json.loads(subprocess.run(words, env=self.env, check=True, stdout=subprocess.PIPE).stdout))
        return {"first_paint_ms": round(statistics.median(run["shownMs"] for run in runs), 1),
                "full_paint_ms": round(statistics.median(run["fullMs"] for run in runs), 1),
                "rss_mb": round(statistics.median(run["rssMb"] for run in runs), 1), "runs": len(runs)}

    def part_layout(self):
        words = [f"{self.build}/tests/bench/bench_parts", "layout"]
        runs = [json.loads(subprocess.run(words, env=self.env, check=True, stdout=subprocess.PIPE).stdout) for _ in range(3)]
        return {key: round(min(run[key] for run in runs), 2) for key in runs[0]}

    def live(self, changes, drive):
        """Lets `drive(server, start, window)` change Pods under a window that shows them; what the window measured."""
        plan = f"{self.work}/changes"
        with open(plan, "w", encoding="ascii") as out:
            for app, index, version, _ in changes:
                out.write(f"{app.namespace} {app.pod_name(index)} {app.name} {version}\n")
        with self.server(10_000) as server:
            window = subprocess.Popen([f"{self.build}/tests/bench/bench_live", server.kubeconfig, plan], env=self.env,
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            try:
                ready = json.loads(window.stdout.readline())
                while not server.watches.count("/api/v1/pods"):
                    time.sleep(0.05)
                time.sleep(3)
                sent = drive(server, window)
                window.stdin.write("end\n")
                window.stdin.flush()
                found = json.loads(window.stdout.readline())
                window.wait(20)
            finally:
                if window.poll() is None:
                    window.kill()
        return ready, sent, found

    def part_change(self, count=200):
        """One Pod falls (or stands up again), then half a second of rest: from the event's last byte to the frame."""
        half = count // 2
        changes = [change(index % half * 7 + 1, 0, index, ready=index >= half) for index in range(count)]

        def drive(server, _window):
            sent = []
            for _, _, _, line in changes:
                sent.append(time.monotonic() * 1000)
                server.watches.send("/api/v1/pods", line)
                time.sleep(0.5)
            return sent
        _, sent, found = self.live(changes, drive)
        delays = sorted(painted - begun for painted, begun in zip(found["painted"], sent) if painted > 0)
        return {"changes": count, "painted": len(delays), "median_ms": round(statistics.median(delays), 1),
                "p99_ms": round(delays[int(len(delays) * 0.99) - 1], 1), "max_ms": round(delays[-1], 1)}

    def part_storm(self, seconds=60, per_second=1000):
        """Many Pods change, all the time, while every 16 ms somebody asks for a frame."""
        count = seconds * per_second
        changes = [change(index * 37 % 1990 + 1, index % cluster.PODS_OF_APP, index, ready=index % 2 == 1)
                   for index in range(count)]

        def drive(server, window):
            window.stdin.write("frames\n")
            window.stdin.flush()
            begin = time.monotonic()
            for index, (_, _, _, line) in enumerate(changes):
                ahead = begin + index / per_second - time.monotonic()
                if ahead > 0:
                    time.sleep(ahead)
                server.watches.send("/api/v1/pods", line)
            return time.monotonic() - begin
        _, took, found = self.live(changes, drive)
        found.pop("painted")
        return {"events": count, "took_s": round(took, 1)} | {
            key: round(value, 1) if isinstance(value, float) else value for key, value in found.items()}


def change(number, index, sequence, ready):
    """The next version of a Pod, ready or not, with the line of the watch."""
    app = cluster.App(number, node_count=200)
    pod = {"kind": "Pod", "apiVersion": "v1"} | app.pod(index)
    version = str(90_000_001 + sequence)
    pod["metadata"]["resourceVersion"] = version
    for condition in pod["status"]["conditions"]:
        if condition["type"] in ("Ready", "ContainersReady"):
            condition["status"] = "True" if ready else "False"
    for state in pod["status"].get("containerStatuses", []):
        state["restartCount"] += sequence
    return app, index, version, served.dump({"type": "MODIFIED", "object": pod}).encode() + b"\n"


def machine():
    def first(path, start):
        try:
            with open(path, encoding="utf-8") as lines:
                return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(start)), "")
        except OSError:
            return ""
    return {"cpu": first("/proc/cpuinfo", "model name"), "cores": os.cpu_count(), "memory": first("/proc/meminfo", "MemTotal"),
            "system": platform.platform(), "load": os.getloadavg()[0]}


def versions(bench):
    def of(*words):
        return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout.split("\n")[0]
    found = {"faultline": of(bench.faultline, "version"), "curl": of("curl", "--version"), "nginx": of("nginx", "-v")}
    if bench.kubectl:
        found["kubectl"] = of(bench.kubectl, "version", "--client")
    return found


def main():
    parts = [name.removeprefix("part_") for name in vars(Bench) if name.startswith("part_")]
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build")
    options.add_argument("--out")
    options.add_argument("--work", default="build/bench-work")
    options.add_argument("--only", nargs="+", choices=parts, default=parts)
    asked = options.parse_args()
    bench = Bench(asked.build, asked.work)
    result = {"schema": "faultline.bench/1", "machine": machine(), "versions": versions(bench)}
    for part in asked.only:
        say(f"--- {part}")
        result[part] = getattr(bench, f"part_{part}")()
        say(json.dumps(result[part], indent=2))
    text = json.dumps(result, indent=2) + "\n"
    if asked.out:
        with open(asked.out, "w", encoding="utf-8") as out:
            out.write(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
