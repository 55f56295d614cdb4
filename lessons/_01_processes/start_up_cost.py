import os
import sys
import time
from multiprocessing import get_context

STARTS = int(sys.argv[1])
spawn = get_context("spawn")


def by_fork():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def by_spawn():
    process = spawn.Process(target=time.time)
    process.start()
    process.join()


for name, start in (("fork", by_fork), ("spawn", by_spawn)):
    start()  # the first one is slower
    for _ in range(STARTS):
        begin = time.perf_counter()
        start()
        print(name, (time.perf_counter() - begin) * 1e6, flush=True)
