package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.io.FileInputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Programs that catch whatever comes, or throw where nobody expects it. The explorer must answer
/// as if they did not.
public final class Swallowing {
  private Swallowing() {}

  static Scenario aRefusal() {
    return of(
        () -> {
          try {
            new FileInputStream("/etc/hostname").close();
          } catch (Throwable swallowed) {
            // goes on
          }
        });
  }

  static Scenario aRefusalOfAModel() {
    return of(
        () -> {
          try {
            var thread = new Thread(() -> {});
            thread.start();
            thread.getStackTrace();
          } catch (Throwable swallowed) {
            // goes on
          }
        });
  }

  static Scenario aDeadlock() {
    var locks = List.of(new ReentrantLock(), new ReentrantLock());
    return of(() -> both(locks.get(0), locks.get(1)), () -> both(locks.get(1), locks.get(0)));
  }

  private static void both(ReentrantLock first, ReentrantLock second) {
    while (true) {
      try {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
        return;
      } catch (Throwable swallowed) {
        // and again
      } finally {
        first.isHeldByCurrentThread();
      }
    }
  }

  static Scenario inFinallyForEver() {
    return of(
        () -> {
          try {
            throw new IllegalStateException("never seen");
          } finally {
            new Semaphore(0).acquire();
          }
        });
  }

  private static final class Mute extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }
  }

  static Scenario anExceptionWithoutText() {
    return of(
        () -> {
          throw new Mute();
        });
  }

  private static final class MuteAssertion extends AssertionError {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  static Scenario anAssertionWithoutText() {
    return of(
        () -> {
          throw new MuteAssertion();
        });
  }

  private static final class Mine extends Number {
    private static final long serialVersionUID = 1;

    @Override
    public int intValue() {
      throw new IllegalStateException("no value");
    }

    @Override
    public long longValue() {
      return intValue();
    }

    @Override
    public float floatValue() {
      return intValue();
    }

    @Override
    public double doubleValue() {
      return intValue();
    }

    @Override
    public String toString() {
      throw new IllegalStateException("no text");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("no hash");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("never equal");
    }
  }

  /// What a trace would show cannot be shown.
  static Scenario aValueWithoutText() {
    var holder =
        new Object() {
          Number value = 1;
        };
    return of(() -> holder.value = new Mine(), () -> holder.value = new Mine());
  }

  static Scenario aThreadDeath() {
    return of(
        () -> {
          throw new ThreadDeathLike();
        });
  }

  private static final class ThreadDeathLike extends Error {
    private static final long serialVersionUID = 1;
  }

  static Scenario aHandlerThatThrows() {
    return of(
        () -> {
          var thread =
              new Thread(
                  () -> {
                    throw new IllegalStateException("first");
                  });
          thread.setUncaughtExceptionHandler(
              (who, thrown) -> {
                throw new IllegalStateException("second");
              });
          thread.start();
          thread.join();
        });
  }

  static Scenario anInterruptOfItself() {
    return of(
        () -> {
          Thread.currentThread().interrupt();
          Thread.sleep(1);
        });
  }

  static Scenario anInterruptAgainAndAgain() {
    var slept = new AtomicInteger();
    return of(
        () -> {
          for (var i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            try {
              Thread.sleep(1);
            } catch (InterruptedException e) {
              slept.incrementAndGet();
            }
          }
          same(3, slept.get());
        });
  }
}
