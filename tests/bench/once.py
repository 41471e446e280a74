"""Runs a program once and prints what it cost: `once.py OUTPUT PROGRAM ARGUMENT...`.

A process of its own, and a small one: the peak memory that the kernel tells of a child begins with that of its parent.
"""

import json
import os
import sys
import time


def main():
    begin = time.monotonic()
    child = os.fork()
    if child == 0:
        output = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(output, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execvp(sys.argv[2], sys.argv[2:])
    _, status, used = os.wait4(child, 0)
    print(json.dumps({"wall": time.monotonic() - begin, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024,
                      "code": os.waitstatus_to_exitcode(status)}))


main()
