"""Two countdowns: one after the other, in two threads, in two processes.

Arguments: where to begin, then the names of the ways to run, or none for all of them.
Prints the interpreter, then one line a way: name, seconds, seconds of processor time.
"""

import multiprocessing
import os
import sys
import threading
import time


def count(n):
    while n > 0:
        n -= 1


def one_after_the_other(n):
    count(n)
    count(n)


def at_once(start_of, n):
    both = [start_of(target=count, args=(n,)) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()


def measure(name, job):
    cpu, began = sum(os.times()[:4]), time.perf_counter()
    job()
    print(name, time.perf_counter() - began, sum(os.times()[:4]) - cpu, sep="\t", flush=True)


if __name__ == "__main__":
    n = int(sys.argv[1])
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("Python " + sys.version.split()[0], "with a GIL" if gil else "without a GIL", sep=", ", flush=True)
    ways = {
        "one after the other": lambda: one_after_the_other(n),
        "two threads": lambda: at_once(threading.Thread, n),
    }
    if "fork" in multiprocessing.get_all_start_methods():
        process = multiprocessing.get_context("fork").Process
        ways["two processes"] = lambda: at_once(process, n)
    for name in sys.argv[2:] or ways:
        measure(name, ways[name])
