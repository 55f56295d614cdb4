"""An iterator, a generator and a coroutine.

Argument: how many items. Prints the interpreter; then a line for each way to make the same numbers,
with its nanoseconds an item; then what the coroutine answers.
"""

import sys
import time


class Iterator:
    """By hand: attributes keep what the next call needs."""

    def __init__(self):
        self.current, self.next = 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        result = self.current
        self.current, self.next = self.next, (result + self.next) & 0xFFFFFFFF
        return result


def generator():
    """Local variables keep it: the function stops at each yield."""
    current, following = 0, 1
    while True:
        yield current
        current, following = following, (current + following) & 0xFFFFFFFF


def mean():
    """A coroutine: yield also receives."""
    total, count, answer = 0, 0, None
    while True:
        number = yield answer
        total += number
        count += 1
        answer = total / count


def nanos_an_item(items, times):
    began = time.perf_counter()
    for _ in range(times):
        next(items)
    return (time.perf_counter() - began) * 1e9 / times


if __name__ == "__main__":
    times = int(sys.argv[1])
    print("Python " + sys.version.split()[0])
    print("iterator", nanos_an_item(Iterator(), times), sep="\t")
    print("generator", nanos_an_item(generator(), times), sep="\t")
    answers = mean()
    next(answers)  # runs it to its first yield: only from then on can it receive
    print("mean", *(answers.send(number) for number in (10, 20, 60)), sep="\t")
