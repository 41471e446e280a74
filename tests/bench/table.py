#!/usr/bin/env python3
"""The table of docs/performance.md out of what run.py wrote: `table.py bench.json`."""

import json
import sys


def rows(found):
    """What was asked for, the target, and what was measured; only of the parts that were run."""
    if many := found.get("list"):
        ratio, ours = many["ratio"], many["faultline"]
        size = f"{many['pods']:,} Pods ({many['pods_mb']} MB; {many['read_mb']} MB with all that is read)"
        yield f"{size}: `diagnose -A -o json` against `kubectl get pods -A -o json`", "≥ 40x faster", f"{ratio.get('kubectl_json')}x"
        yield "the same against `kubectl get pods -A`", "≥ 10x faster", f"{ratio.get('kubectl_table')}x"
        yield "the same against curl, which reads and drops the same lists", "≤ 3x its time", f"{ratio['curl_same']}x"
        yield "the same against curl, which reads the Pods alone", "", f"{ratio['curl_pods']}x"
        yield "wall time; with gzip", "", f"{ours['wall_s']} s; {many['faultline_gzip']['wall_s']} s"
        yield "processor time per Pod", "≤ 100 µs", f"{many['cpu_us_per_pod']} µs"
        yield "peak memory above the idle program", "≤ 80 MB", f"{many['peak_above_idle_mb']} MB"
        if "kubectl_json" in many:
            yield "kubectl's wall time and peak: JSON; Table", "", "; ".join(
                f"{many[key]['wall_s']} s, {many[key]['peak_mb']} MB" for key in ("kubectl_json", "kubectl_table"))
    if scale := found.get("scale"):
        ratio = scale["ratio_of_five"]
        yield "50,000 Pods against five times 10,000: wall; processor; memory", "≤ 1.1x", \
            f"{ratio['wall']}x; {ratio['cpu']}x; {ratio['memory']}x"
    if one := found.get("one"):
        yield "one application in a cluster of 10,000 Pods against the same alone: wall; processor; peak", "≤ 1.2x", "; ".join(
            f"{one['ratio'][key]}x" for key in ("wall_s", "cpu_s", "peak_mb"))
        yield "its wall time in the large cluster", "", f"{one['in_10000']['wall_s']} s"
    if change := found.get("change"):
        yield f"one Pod changes → painted, at 10,000 Pods ({change['painted']} of {change['changes']}): median; p99", \
            "≤ 16 ms; ≤ 50 ms", f"{change['median_ms']} ms; {change['p99_ms']} ms"
    if storm := found.get("storm"):
        yield f"{storm['events']:,} changes in {storm['took_s']} s, a frame asked for every 16 ms: median; p99; longest", \
            "≤ 16 ms; –; ≤ 100 ms", f"{storm['frameMedianMs']} ms; {storm['frameP99Ms']} ms; {storm['frameMaxMs']} ms"
        yield "the same: Pods whose last change is missing; how long after the last one all was there", "0", \
            f"{storm['lost']}; {storm['lagMs']} ms"
        yield "the same: memory when all was read; after 10 s; in the end", "flat", "; ".join(
            f"{storm[key]} MB" for key in ("rssReadyMb", "rssEarlyMb", "rssLateMb"))
    if start := found.get("start"):
        yield "start → the window; → painted with a diagnosis (sample, offscreen)", "≤ 150 ms", \
            f"{start['first_paint_ms']} ms; {start['full_paint_ms']} ms"
        yield "memory of the idle window with a sample", "≤ 60 MB", f"{start['rss_mb']} MB"
    if layout := found.get("layout"):
        yield f"layout of the guide with all its {layout['guideNodes']} nodes, their texts measured", "≤ 2 ms", f"{layout['guideMs']} ms"
        yield f"layout of a topology of {layout['topologyNodes']:,} nodes", "≤ 30 ms", f"{layout['topologyMs']} ms"
        yield "a frame of it: whole; at 100 %", "≤ 8 ms", f"{layout['frameFitMs']} ms; {layout['frameFullMs']} ms"
    if kept := found.get("files", {}).get("json", {}).get("kept_kb_per_pod"):
        yield "kept of a Pod once it is decoded", "≤ 3 KB", f"{kept} KB"
    for form, target in (("yaml", "≥ 10 MB/s, ≤ 300 MB"), ("json", "≥ 400 MB/s decoded")):
        if dump := found.get("files", {}).get(form):
            yield f"`-f` of a {dump['mb']} MB {form.upper()} dump of kubectl's: decoded; read; diagnosed, with its peak", target, \
                f"{dump['decode_mb_s']} MB/s; {dump['read_mb_s']} MB/s; {dump['diagnose_mb_s']} MB/s, {dump['diagnose']['peak_mb']} MB"


def main():
    with open(sys.argv[1], encoding="utf-8") as text:
        found = json.load(text)
    machine, versions = found["machine"], found["versions"]
    print(f"{machine['cpu']}, {machine['cores']} cores, {machine['memory']}; load before: {machine['load']:.2f}. "
          + "; ".join(versions.values()) + ".\n")
    print("| what | target | measured |\n|---|---|---|")
    for row in rows(found):
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
