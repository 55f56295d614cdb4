package _11_ipc;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import workbook.process.TaskStat;

/// A call of a counter's method, on a thread of its own.
public final class CounterCall {
  /// Looks at a thread that waits, until it is taken to wait for ever. A look counts only if nobody
  /// waits for a processor, so a busy machine changes nothing.
  private static final int PATIENCE = 200;

  /// Looks until a thread is taken to wait. At the last one, nobody waits for a processor; or at so
  /// many, if somebody never sleeps.
  private static final int MOMENT = 3;

  private static final int LONG = 300;

  /// What [#ending] adds when the thread's interrupt status is set in the end.
  public static final String STILL_SET = ", and its interrupt status is still set";

  private static final int LOOK_MILLIS = 10;

  /// Refusals that show that it polls.
  private static final int REFUSALS = 3;

  /// What a thread computes in one call, of the processor's time, until it is taken to wait for
  /// another one by looking: the first that does so, and each later one.
  private static final long FIRST_SPIN_NANOS = 100_000_000;

  private static final long SPIN_NANOS = 10_000_000;

  private static volatile long spinNanos = FIRST_SPIN_NANOS;

  private final FutureTask<Long> task;
  private final Thread thread;
  private final PretendProcess process;
  private final int refusals;
  private final String what;
  private volatile boolean interrupted;

  /// @param what for example `add(1)`
  public CounterCall(PretendProcess process, String what, Callable<Long> call) {
    this.process = process;
    this.what = what;
    refusals = process.refusals();
    process.isPatient(true);
    task =
        new FutureTask<>(
            () -> {
              try {
                return call.call();
              } finally {
                interrupted = Thread.interrupted();
              }
            });
    thread = Thread.ofPlatform().daemon().name("caller").start(task);
  }

  public boolean isOver() {
    return task.isDone();
  }

  /// Blocks until it is over, or waits for another thread or process.
  public CounterCall comesToRest() {
    var looks = 0;
    for (var all = 0; looks < MOMENT && !isOver() && !polls() && !spins(all); all++) {
      if (!waits()) {
        looks = 0;
      } else if (looks < MOMENT - 1 || all > LONG || !TaskStat.isAnyOtherThreadAwake()) {
        looks++;
      }
      look(1);
    }
    return this;
  }

  private boolean polls() {
    return process.refusals() - refusals >= REFUSALS;
  }

  private boolean spins(int looks) {
    if (looks < MOMENT || waits()) {
      return false;
    }
    var spins = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()) > spinNanos;
    spinNanos = spins ? SPIN_NANOS : spinNanos;
    return spins;
  }

  private boolean waits() {
    return switch (thread.getState()) {
      case BLOCKED, WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  public void interrupt() {
    thread.interrupt();
    process.isPatient(false); // later: how often it asks before is a matter of the machine
  }

  private boolean ends() {
    for (var looks = 0; looks < PATIENCE; ) {
      look(LOOK_MILLIS);
      if (isOver()) {
        return true;
      }
      if (!waits()) {
        looks = 0;
      } else if (!TaskStat.isAnyOtherThreadAwake()) {
        looks++;
      }
    }
    return isOver();
  }

  private void look(int millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException nobodyShould) {
      throw new AssertionError(nobodyShould);
    }
  }

  /// Blocks until it is over, or waits for ever.
  ///
  /// @return what the method returned
  /// @throws Exception what it threw
  public long result() throws Exception {
    if (!ends()) {
      fail(what + " waits, though nobody has the turn any more");
    }
    try {
      return task.get();
    } catch (ExecutionException thrown) {
      switch (thrown.getCause()) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        default -> throw thrown;
      }
    }
  }

  /// Blocks until it is over, or waits for ever.
  ///
  /// @return how it ended, for example `returned 7`
  public String ending() {
    if (!ends()) {
      return "still waits";
    }
    try {
      return "returned " + task.get();
    } catch (ExecutionException thrown) {
      var type = thrown.getCause().getClass().getSimpleName();
      return "threw " + type + (interrupted ? STILL_SET : "");
    } catch (InterruptedException nobodyShould) {
      throw new AssertionError(nobodyShould);
    }
  }
}
