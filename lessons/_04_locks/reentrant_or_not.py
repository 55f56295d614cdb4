"""The same thread takes the same lock twice, and gives up after some milliseconds."""

import sys
import threading

patience = int(sys.argv[1]) / 1000

for name, lock in ("RLock", threading.RLock()), ("Lock", threading.Lock()):
    lock.acquire()
    print(name, "again" if lock.acquire(timeout=patience) else "never")
