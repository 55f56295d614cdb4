package _04_locks.lab;

import _04_locks.GuardedNumbers;
import java.util.concurrent.atomic.LongAdder;

/// Reads and writes numbers, a hundred times a round. For any number of threads.
record NumbersUser(GuardedNumbers numbers, int percentWrites, LongAdder torn) implements Runnable {
  static final int TIMES = 100;

  @Override
  public void run() {
    for (var turn = 0; turn < TIMES; turn++) {
      if (turn < percentWrites) {
        numbers.write(turn);
      } else if (!numbers.areEqual()) {
        torn.increment();
      }
    }
  }
}
