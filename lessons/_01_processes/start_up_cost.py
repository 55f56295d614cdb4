import os
import sys
import time
from multiprocessing import get_context

starts = int(sys.argv[1])
spawn = get_context("spawn")


def fork(in_child):
    child = os.fork()
    if child == 0:
        in_child()
        os._exit(0)
    os.waitpid(child, 0)


def fork_only():
    fork(lambda: None)


def fork_and_run():
    fork(lambda: os.execvp("true", ["true"]))


def new_interpreter():
    process = spawn.Process(target=time.time)
    process.start()
    process.join()


for name, start in (
    ("fork", fork_only),
    ("fork and run true", fork_and_run),
    ("new interpreter", new_interpreter),
):
    start()  # the first one is slower
    for _ in range(starts):
        begin = time.perf_counter()
        start()
        print(f"{name}: {(time.perf_counter() - begin) * 1e6}", flush=True)
