"""A task fails. Who hears of it? Prints a line for each thing that happens: the case, and what."""

import asyncio
import gc


async def fail(tell):
    tell("the task fails")
    raise RuntimeError("the disk is full")


async def nobody_awaits(tell):
    task = asyncio.ensure_future(fail(tell))
    await asyncio.sleep(0.01)
    tell("main goes on")
    del task  # the last reference to it
    gc.collect()


async def somebody_awaits(tell):
    try:
        await asyncio.ensure_future(fail(tell))
    except RuntimeError as failure:
        tell("main hears: " + str(failure))


async def gathered(tell):
    other = asyncio.ensure_future(asyncio.sleep(0.01))
    try:
        await asyncio.gather(fail(tell), other)
    except RuntimeError as failure:
        tell("main hears: " + str(failure))
    await other
    tell("the other one has ended well")


async def run(case, main):
    def tell(text):
        print(case, text, sep="\t", flush=True)

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: tell("asyncio reports: " + context["message"]))
    await main(tell)
    tell("main has ended")


if __name__ == "__main__":
    asyncio.run(run("nobody awaits", nobody_awaits))
    asyncio.run(run("somebody awaits", somebody_awaits))
    asyncio.run(run("gather", gathered))
