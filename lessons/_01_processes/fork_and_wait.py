import os
import sys
import time

lines = int(sys.argv[1])
pause = int(sys.argv[2]) / 1000


def say(who, what):
    os.write(1, f"{who} {os.getpid()}: {what}\n".encode())


say("parent", "forks")
child = os.fork()

if child == 0:
    for line in range(1, lines + 1):
        say("child", f"line {line} of {lines}")
        time.sleep(pause)
    os._exit(0)

say("parent", "waits")
os.wait()
say("parent", "goes on")
