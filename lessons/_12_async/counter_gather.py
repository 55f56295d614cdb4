"""Three counters on one event loop. Arguments: how to sleep (await or block), and how many seconds.
Prints what they say, and then how many seconds it took."""

import asyncio
import sys
import time


async def counter(how, pause):
    print("one")
    if how == "await":
        await asyncio.sleep(pause)
    else:
        time.sleep(pause)
    print("two")


async def main(how, pause):
    await asyncio.gather(counter(how, pause), counter(how, pause), counter(how, pause))


began = time.perf_counter()
asyncio.run(main(sys.argv[1], float(sys.argv[2])))
print(f"{time.perf_counter() - began:0.5f}")
