"""Three tasks in a pool; takes their results as they are completed, and in order.

Prints a line for each result: way, task, milliseconds since the tasks were submitted.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(task, pause):
    time.sleep(pause / 1000)
    return task


def run(way, take, pauses):
    with ThreadPoolExecutor(max_workers=3) as pool:
        began = time.perf_counter()
        futures = [pool.submit(work, task, pause) for task, pause in enumerate(pauses, 1)]
        for future in take(futures):
            task = future.result()
            print(way, task, 1000 * (time.perf_counter() - began), sep="\t")


if __name__ == "__main__":
    pauses = [int(pause) for pause in sys.argv[1:]]
    run("Python, in order", list, pauses)
    run("Python, as completed", as_completed, pauses)
