"""acquire() inside try: an alarm rings while it waits. What does finally release?"""

import signal
import threading


def ring(*_):
    raise TimeoutError


def hold(lock, held, over):
    with lock:
        held.set()
        over.wait()


def attempt(lock):
    try:
        lock.acquire()
    finally:
        lock.release()


signal.signal(signal.SIGALRM, ring)
for name, lock in ("RLock", threading.RLock()), ("Lock", threading.Lock()):
    held, over = threading.Event(), threading.Event()
    holder = threading.Thread(target=hold, args=(lock, held, over), daemon=True)
    holder.start()
    held.wait()
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        attempt(lock)
    except (TimeoutError, RuntimeError) as error:
        free = lock.acquire(blocking=False)  # given back by the holder
        print(f"{name}: {type(error).__name__}, {'free' if free else 'still held'}")
    over.set()
