"""Runs a command and writes what it and everything it started used, as JSON: python measure.py RESULT COMMAND..."""

import json
import os
import resource
import subprocess
import sys
import threading
import time

INTERVAL = 0.1
PAGE = os.sysconf("SC_PAGE_SIZE")


def processes():
    """Parent and resident bytes of every process."""
    table = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
            table[int(name)] = (int(fields[1]), int(fields[21]) * PAGE)
        except (OSError, IndexError, ValueError):
            continue
    return table


def tree_bytes(root):
    table = processes()
    members, added = {root}, True
    while added:
        found = {pid for pid, (parent, _) in table.items() if parent in members} - members
        members |= found
        added = bool(found)
    return sum(table[pid][1] for pid in members if pid in table)


def peak_of(pid):
    """The kernel's own record of the largest resident size of one process."""
    try:
        with open(f"/proc/{pid}/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0


def main():
    result, command = sys.argv[1], sys.argv[2:]
    peaks = {"tree": 0, "root": 0}
    done = threading.Event()
    started_at = time.time()
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def sample():
        while not done.wait(INTERVAL):
            peaks["tree"] = max(peaks["tree"], tree_bytes(child.pid))
            peaks["root"] = max(peaks["root"], peak_of(child.pid))

    sampler = threading.Thread(target=sample, daemon=True)
    if os.path.isdir("/proc/self"):
        sampler.start()
    exit_code = child.wait()
    wall = time.perf_counter() - begin
    done.set()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(result, "w") as file:
        json.dump({
            "startedAt": started_at * 1000,
            "wallSeconds": wall,
            "cpuSeconds": used.ru_utime + used.ru_stime,
            "treePeakBytes": peaks["tree"],
            "ownPeakBytes": peaks["root"],
            "exitCode": exit_code,
        }, file)
    sys.exit(0)


main()
