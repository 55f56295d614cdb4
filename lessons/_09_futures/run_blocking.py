"""A coroutine ticks every 20 ms while urlopen waits for a slow page: in the loop, or in a pool.

Prints a line for each way: way, bytes of the page, ticks while it was loaded.
"""

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen


def download(url):
    with urlopen(url, timeout=30) as page:
        return len(page.read())


async def here(loop, pool, url):
    return download(url)


async def elsewhere(loop, pool, url):
    return await loop.run_in_executor(pool, download, url)


async def tick(ticks):
    while True:
        ticks.append(time.perf_counter())
        await asyncio.sleep(0.02)


async def main(url):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        for way, load in (("Python, here", here), ("Python, elsewhere", elsewhere)):
            ticks = []
            ticking = loop.create_task(tick(ticks))
            await asyncio.sleep(0)  # the first tick
            length = await load(loop, pool, url)
            print(way, length, len(ticks) - 1, sep="\t")
            ticking.cancel()


asyncio.run(main(sys.argv[1]))
