package _04_locks.lab;

import _04_locks.TryAndBackOff;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Recorder;
import workbook.Scenario;

/// Two threads that want the same two locks, each at its own pace: how often do they get both?
final class WaysOut {
  static final String GOT_BOTH = "got both locks";

  private static final int LONGEST_MICROS = 1_000;
  private static final Scenario.Body WORK = Thread::yield; // without work they would seldom meet

  private WaysOut() {}

  static void compete(int millis, Recorder record) throws Exception {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    compete("tries again at once", polite(a, b), polite(b, a), 0, millis, record);
    compete("pauses at random", polite(a, b), polite(b, a), LONGEST_MICROS, millis, record);
    compete("takes A before B", orderly(a, b), orderly(a, b), 0, millis, record);
  }

  private static Callable<Boolean> polite(Lock mine, Lock other) {
    return () -> TryAndBackOff.tryBoth(mine, other, WORK);
  }

  private static Callable<Boolean> orderly(Lock first, Lock second) {
    return () -> TryAndBackOff.takeInOrder(first, second, WORK);
  }

  private static void compete(
      String how,
      Callable<Boolean> one,
      Callable<Boolean> two,
      int longestMicros,
      int millis,
      Recorder record)
      throws Exception {
    var left = new Contender(one, longestMicros);
    var right = new Contender(two, longestMicros);
    Stretch.of(millis, List.of(left, right));
    record.sample(GOT_BOTH, "per s", how, (left.successes + right.successes) * 1e3 / millis);
  }
}
