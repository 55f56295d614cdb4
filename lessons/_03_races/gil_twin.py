"""Four ways to add in Python, each by several threads. Prints a line for each: name, asked, counted."""

import sys
import threading
import time

count = 0
lock = threading.Lock()


def add(times):
    global count
    for _ in range(times):
        count += 1


def add_with_a_call(times):
    global count
    for _ in range(times):
        count += int(1)


def add_with_a_pause(times):
    global count
    for _ in range(times):
        read = count
        time.sleep(0)
        count = read + 1


def add_with_a_lock(times):
    global count
    for _ in range(times):
        with lock:
            count += int(1)


def run(name, body, threads, times):
    global count
    count = 0
    all_threads = [threading.Thread(target=body, args=(times,)) for _ in range(threads)]
    for thread in all_threads:
        thread.start()
    for thread in all_threads:
        thread.join()
    print(name, threads * times, count, sep="\t")


if __name__ == "__main__":
    threads, times = int(sys.argv[1]), int(sys.argv[2])
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("Python " + sys.version.split()[0], "with a GIL" if gil else "without a GIL", sep=", ")
    run("count += 1", add, threads, times)
    run("count += int(1)", add_with_a_call, threads, times)
    run("read, sleep(0), write", add_with_a_pause, threads, max(1, times // 100))
    run("with lock: count += int(1)", add_with_a_lock, threads, times)
