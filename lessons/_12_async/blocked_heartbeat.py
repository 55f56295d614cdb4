"""A coroutine beats every 20 ms while another makes a call that blocks. Arguments: where (loop or
executor), and for how many seconds. Prints the longest pause between two beats, in milliseconds."""

import asyncio
import sys
import time

longest = 0.0


async def beat():
    global longest
    while True:
        last = time.perf_counter()
        await asyncio.sleep(0.02)
        longest = max(longest, time.perf_counter() - last)


async def main(where, seconds):
    heart = asyncio.ensure_future(beat())
    await asyncio.sleep(0.2)
    if where == "loop":
        time.sleep(seconds)
    else:
        await asyncio.get_running_loop().run_in_executor(None, time.sleep, seconds)
    await asyncio.sleep(0.2)
    heart.cancel()
    print(longest * 1000)


asyncio.run(main(sys.argv[1], float(sys.argv[2])))
