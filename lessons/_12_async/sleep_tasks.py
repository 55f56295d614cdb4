"""Coroutines that print and sleep, five times each: awaited together, alone, and gathered. Argument:
the seconds to sleep."""

import asyncio
import sys


async def sleep_task(number, pause):
    for i in range(5):
        print(f"process task: {number} iter: {i}")
        await asyncio.sleep(pause)
    return number


async def main(pause):
    await asyncio.wait([asyncio.ensure_future(sleep_task(i, pause)) for i in range(2)])
    print("result:", await asyncio.ensure_future(sleep_task(3, pause)))
    print("results:", await asyncio.gather(sleep_task(10, pause), sleep_task(20, pause)))


asyncio.run(main(float(sys.argv[1])))
