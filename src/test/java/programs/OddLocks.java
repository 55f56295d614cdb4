package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import workbook.Scenario;

/// Monitors of objects that nobody should lock, and monitors used without being held.
public final class OddLocks {
  private OddLocks() {}

  private static Scenario adding(Object first, Object second) {
    var box = new int[1];
    return new Scenario() {
      @Override
      public java.util.List<Body> bodies() {
        return java.util.List.of(() -> add(first), () -> add(second));
      }

      private void add(Object lock) {
        synchronized (lock) {
          box[0]++;
        }
      }

      @Override
      public void check() {
        same(2, box[0]);
      }
    };
  }

  static Scenario ofAClass() {
    return adding(OddLocks.class, OddLocks.class);
  }

  static Scenario ofAString() {
    return adding("door", "do" + "or");
  }

  static Scenario ofASmallInteger() {
    return adding(Integer.valueOf(7), Integer.valueOf(7));
  }

  static Scenario ofTwoLargeIntegers() {
    return adding(Integer.valueOf(70_000), Integer.valueOf(70_000));
  }

  static Scenario ofAnArray() {
    var array = new int[0];
    return adding(array, array);
  }

  static Scenario ofAThread() {
    return of(
        () -> {
          var thread = new Thread(() -> {});
          synchronized (thread) {
            thread.start();
            thread.join();
          }
        });
  }

  static Scenario ofNull() {
    return adding(null, null);
  }

  static Scenario waitedForWithoutHoldingIt() {
    return of(() -> "door".wait());
  }

  static Scenario notifiedWithoutHoldingIt() {
    return of(() -> OddLocks.class.notifyAll());
  }

  static Scenario waitedForATimeBelowZero() {
    var lock = new Object();
    return of(
        () -> {
          synchronized (lock) {
            lock.wait(-1);
          }
        });
  }

  @SuppressWarnings({"deprecation", "removal"})
  static Scenario stoppedThread() {
    return of(() -> Thread.currentThread().stop());
  }
}
