import sys
import time
from multiprocessing import get_context

fork = get_context("fork")


def greet(name):
    print("hello", name, flush=True)


def fail():
    sys.exit(3)


class Greeting(fork.Process):
    def __init__(self, name):
        super().__init__()
        self.who = name

    def run(self):
        print("hello", self.who, flush=True)


def sleep():
    time.sleep(600)


as_function = fork.Process(target=greet, args=("Bob",))
as_class = Greeting("Mike")
failing = fork.Process(target=fail)
killed = fork.Process(target=sleep)

for process in (as_function, as_class, failing, killed):
    process.start()
    if process is killed:
        process.kill()
    process.join()
    print("exit code", process.exitcode, flush=True)
