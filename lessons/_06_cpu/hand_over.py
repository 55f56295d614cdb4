"""One thread computes, another sleeps for a millisecond, again and again. How late does it wake up?

Arguments: how many naps, then switch intervals in milliseconds.
Prints the interpreter, then a line for each nap: alone or beside, interval, milliseconds too late.
"""

import sys
import threading
import time

NAP = 0.001


def nap(times):
    late = []
    for _ in range(times):
        began = time.perf_counter()
        time.sleep(NAP)
        late.append(time.perf_counter() - began - NAP)
    return late


def nap_beside_a_thread_that_computes(times):
    enough = threading.Event()

    def compute():
        n = 0
        while not enough.is_set():
            n += 1

    computes = threading.Thread(target=compute)
    computes.start()
    late = nap(times)
    enough.set()
    computes.join()
    return late


def tell(label, interval, naps):
    for late in naps:
        print(label, interval, 1000 * late, sep="\t", flush=True)


if __name__ == "__main__":
    naps = int(sys.argv[1])
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("Python " + sys.version.split()[0], "with a GIL" if gil else "without a GIL", sep=", ", flush=True)
    for interval in sys.argv[2:]:
        sys.setswitchinterval(int(interval) / 1000)
        tell("alone", interval, nap(naps))
        tell("beside", interval, nap_beside_a_thread_that_computes(naps))
