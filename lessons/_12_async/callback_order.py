"""Five callbacks, handed to an event loop in four ways. Prints a line for each."""

import asyncio
import threading


def a(loop):
    print("A")
    other = threading.Thread(target=loop.call_soon_threadsafe, args=(print, "thread"))
    other.start()
    other.join()
    loop.call_soon(c, loop)


def c(loop):
    print("C")
    loop.stop()  # at the end of this round


loop = asyncio.new_event_loop()
loop.call_later(0, print, "later")
loop.call_soon(a, loop)
loop.call_soon(print, "B")
loop.run_forever()
loop.close()
