"""A future that a coroutine completes after a while, and then tries to complete again. Argument: the
seconds to wait. Prints what came out."""

import asyncio
import sys


async def slow_operation(future, seconds):
    await asyncio.sleep(seconds)
    future.set_result("Future is done!")
    future.set_result("Future is done twice!")
    print("Both results were set.")


async def main(seconds):
    future = asyncio.get_running_loop().create_future()
    task = asyncio.ensure_future(slow_operation(future, seconds))
    print(await future)
    try:
        await task
    except asyncio.InvalidStateError as refused:
        print("InvalidStateError", refused)


asyncio.run(main(float(sys.argv[1])))
