package _04_locks.lab;

import _04_locks.GuardedNumbers;
import java.util.concurrent.atomic.LongAdder;

/// Reads and writes numbers, a thousand times a round. For any number of threads.
record NumbersUser(GuardedNumbers numbers, int writes, LongAdder torn) implements Runnable {
  static final int TIMES = 1_000;

  @Override
  public void run() {
    for (var turn = 0; turn < TIMES; turn++) {
      if (turn < writes) {
        numbers.write(turn);
      } else if (!numbers.areEqual()) {
        torn.increment();
      }
    }
  }
}
