"""acquire() inside try: an alarm rings while it waits. What does finally release?"""

import signal
import threading
import time


def ring(*_):
    raise TimeoutError


def hold(lock, over):
    with lock:
        over.wait(10)


def attempt(lock):
    try:
        lock.acquire()
    finally:
        lock.release()


signal.signal(signal.SIGALRM, ring)
for name, lock in ("RLock", threading.RLock()), ("Lock", threading.Lock()):
    over = threading.Event()
    holder = threading.Thread(target=hold, args=(lock, over), daemon=True)
    holder.start()
    time.sleep(0.05)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        attempt(lock)
    except (TimeoutError, RuntimeError) as error:
        free = lock.acquire(blocking=False)  # given back by the holder
        print(f"{name}: {type(error).__name__}, {'free' if free else 'still held'}")
    over.set()
