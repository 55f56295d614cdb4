package _04_locks;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Numbers that are all equal whenever somebody looks. Reading and writing may have a lock each.
public final class GuardedNumbers {
  private final Lock reading;
  private final Lock writing;
  private final int[] numbers;

  private GuardedNumbers(Lock reading, Lock writing, int length) {
    this.reading = reading;
    this.writing = writing;
    this.numbers = new int[length];
  }

  /// One lock: one thread at a time, whether it reads or writes.
  public static GuardedNumbers withOneLock(int length) {
    var lock = new ReentrantLock();
    return new GuardedNumbers(lock, lock, length);
  }

  /// A read-write lock: many readers at a time, or one writer.
  public static GuardedNumbers withReadWriteLock(int length) {
    var lock = new ReentrantReadWriteLock();
    return new GuardedNumbers(lock.readLock(), lock.writeLock(), length);
  }

  public void write(int value) {
    writing.lock();
    try {
      Arrays.fill(numbers, value);
    } finally {
      writing.unlock();
    }
  }

  /// Reads all numbers.
  public boolean areEqual() {
    reading.lock();
    try {
      var different = 0;
      for (var number : numbers) {
        different |= number ^ numbers[0];
      }
      return different == 0;
    } finally {
      reading.unlock();
    }
  }
}
