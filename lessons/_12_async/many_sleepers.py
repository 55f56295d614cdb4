"""Very many coroutines sleep for a second on one event loop. Argument: how many. Prints the seconds
that it took, and the memory of this process in MiB, where the system says so."""

import asyncio
import sys
import time


async def sleeper():
    await asyncio.sleep(1)


async def main(sleepers):
    await asyncio.gather(*[sleeper() for _ in range(sleepers)])


def memory():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return ""


began = time.perf_counter()
asyncio.run(main(int(sys.argv[1])))
print(time.perf_counter() - began, memory(), sep="\t")
