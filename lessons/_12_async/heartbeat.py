"""The heartbeat of an event loop: alone, and beside a process, a thread, a coroutine that computes.

Arguments: how many beats, then the switch intervals in milliseconds.
Prints the interpreter, then a line for each beat: beside whom, interval, milliseconds too late.
"""

import asyncio
import multiprocessing
import sys
import threading
import time

BEAT = 0.01
COMPUTES = 0.05


async def heartbeat(times):
    late = []
    for _ in range(times):
        began = time.perf_counter()
        await asyncio.sleep(BEAT)
        late.append(time.perf_counter() - began - BEAT)
    return late


def compute(begun, enough):
    begun.set()
    while not enough.is_set():
        sum(range(1000))


async def compute_in_pieces(enough):
    while not enough.is_set():
        until = time.perf_counter() + COMPUTES
        while time.perf_counter() < until:
            sum(range(1000))
        await asyncio.sleep(0)


async def beside_a_coroutine(times):
    enough = asyncio.Event()
    computes = asyncio.ensure_future(compute_in_pieces(enough))
    late = await heartbeat(times)
    enough.set()
    await computes
    return late


def beside(kind, events, times):
    begun, enough = events.Event(), events.Event()
    neighbour = kind(target=compute, args=(begun, enough), daemon=True)
    neighbour.start()
    begun.wait(20)
    late = asyncio.run(heartbeat(times))
    enough.set()
    neighbour.join()
    return late


def tell(name, interval, beats):
    for late in beats:
        print(name, interval, 1000 * late, sep="\t", flush=True)


if __name__ == "__main__":
    times = int(sys.argv[1])
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("Python " + sys.version.split()[0], "with a GIL" if gil else "without a GIL", sep=", ", flush=True)
    for interval in sys.argv[2:]:
        sys.setswitchinterval(int(interval) / 1000)
        tell("alone", interval, asyncio.run(heartbeat(times)))
        if "fork" in multiprocessing.get_all_start_methods():
            forked = multiprocessing.get_context("fork")
            tell("beside a process", interval, beside(forked.Process, forked, times))
        tell("beside a thread", interval, beside(threading.Thread, threading, times))
        tell("beside a coroutine", interval, asyncio.run(beside_a_coroutine(times)))
