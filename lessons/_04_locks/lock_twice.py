"""The same thread takes the same lock twice, and gives up after some milliseconds."""

import sys
import threading

patience = int(sys.argv[1]) / 1000

for name, lock in ("RLock", threading.RLock()), ("Lock", threading.Lock()):
    lock.acquire()
    again = lock.acquire(timeout=patience)
    print(f"{name}: {'comes in again' if again else 'waits for itself'}")
