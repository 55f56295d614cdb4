package _03_races.lab;

import _03_races.AtomicCounting;
import _03_races.Counting;
import _03_races.LockedCounting;
import _03_races.UnguardedCounting;
import java.util.function.Supplier;

/// The seven ways to count, each with the name a chart gives it.
enum CountingWay {
  PLAIN("plain int", false, UnguardedCounting.Plain::new),
  PAUSING("plain, pausing", false, UnguardedCounting.Pausing::new),
  VOLATILE("volatile int", false, UnguardedCounting.Volatile::new),
  SYNCHRONIZED("synchronized", true, LockedCounting.Synchronized::new),
  LOCK("ReentrantLock", true, LockedCounting.Reentrant::new),
  ATOMIC("AtomicInteger", true, AtomicCounting.OneNumber::new),
  ADDER("LongAdder", true, AtomicCounting.SeveralNumbers::new);

  final String label;
  final boolean promisesAll;
  final Supplier<Counting> fresh;

  /// @param promisesAll whether the Java platform promises that no update is lost
  CountingWay(String label, boolean promisesAll, Supplier<Counting> fresh) {
    this.label = label;
    this.promisesAll = promisesAll;
    this.fresh = fresh;
  }
}
