"""Five callbacks, handed to an event loop in four ways. Prints a line for each."""

import asyncio
import threading


def a(loop):
    print("A")
    other = threading.Thread(target=loop.call_soon_threadsafe, args=(print, "thread"))
    other.start()
    other.join()
    loop.call_soon(print, "C")


loop = asyncio.new_event_loop()
loop.call_later(0, print, "later")
loop.call_soon(a, loop)
loop.call_soon(print, "B")
loop.call_later(0.05, loop.stop)
loop.run_forever()
loop.close()
