"""Two jobs by one thread and by two: a pair that mostly waits, a pair that only computes.

a: the thread acquires the GIL, r: it releases it. Prints what was measured, and who did what when.
"""

import os
import sys
import threading
import time

WAITS = 3
ROUNDS = 7
STATES = {"run": "run (from a to r)", "IO": "IO (from r to a)", "stopped": "waits for a"}
GAP = 0.0015  # a computing thread that does nothing for so long, in seconds, has been stopped


def compute(most, did):
    begun = last = time.perf_counter()
    steps = 0
    for start in range(1, most + 1):
        n = start
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        now = time.perf_counter()
        if now - last > GAP:
            did("run", begun, last)
            did("stopped", last, now)
            begun = now
        last = now
    did("run", begun, last)
    return steps


def run_and_wait(wait, most, did):
    steps = 0
    for _ in range(WAITS):
        steps += compute(most, did)
        r = time.perf_counter()
        time.sleep(wait)  # releases the GIL, and acquires it before it returns
        did("IO", r, time.perf_counter())
    return steps + compute(most, did)


def drawing(spans):
    """The spans of the first thread, each with its milliseconds."""
    marks = {"run": "a run {:.0f} r", "IO": "IO {:.0f}", "stopped": "wait {:.0f}"}
    mine = [(what, end - begin) for lane, what, begin, end in spans if lane == spans[0][0]]
    return " · ".join(marks[what].format(seconds * 1000) for what, seconds in mine)


def measure(pair, job, draws):
    for series, lanes in (("one thread", ["one thread"]), ("two threads", ["thread A", "thread B"])):
        spans = []
        zero, cpu = time.perf_counter(), time.process_time()

        def perform(lane):
            def did(what, begin, end):
                spans.append((lane, what, begin - zero, end - zero))

            job(did)
            if len(lanes) == 1:
                job(did)

        threads = [threading.Thread(target=perform, args=(lane,)) for lane in lanes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        wall, cpu = time.perf_counter() - zero, time.process_time() - cpu
        print("time", f"{pair}, {series}", wall * 1000, cpu * 1000, sep="\t")
        if draws:
            for lane, what, begin, end in spans:
                print("span", f"{pair}, {lane}", STATES[what], int(begin * 1e9), int(end * 1e9), sep="\t")
        if draws and len(lanes) == 2:
            print("drawing", f"{pair}, {spans[0][0]}", drawing(spans), sep="\t")


if __name__ == "__main__":
    wait, work = int(sys.argv[1]) / 1000, int(sys.argv[2])
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("python", sys.version.split()[0] + (" with a GIL" if gil else " without a GIL"), sep="\t")
    print("cores", 1 if gil else min(2, os.cpu_count() or 1), sep="\t")
    for round in range(1, ROUNDS + 1):
        measure("wait", lambda did: run_and_wait(wait, work // 10, did), round == ROUNDS)
        measure("compute", lambda did: compute(work, did), round == ROUNDS)
