"""Says hello again and again, in the old form and in the new one, on one event loop. Arguments: the
period and the time, in seconds. Prints a line for each greeting."""

import asyncio
import sys
import types


@types.coroutine
def old_form(period):  # was @asyncio.coroutine, up to Python 3.10
    while True:
        print("old form")
        yield from asyncio.sleep(period)


async def new_form(period):
    while True:
        print("new form")
        await asyncio.sleep(period)


async def run_old_form(period):
    await old_form(period)


async def main(period, seconds):
    tasks = [asyncio.ensure_future(run_old_form(period)), asyncio.ensure_future(new_form(period))]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()


asyncio.run(main(float(sys.argv[1]), float(sys.argv[2])))
