package _01_processes;

import static org.junit.jupiter.api.Assertions.fail;

import _01_processes.Orchestra.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// One call of [Orchestra#conduct], on a thread of its own: a wrong one keeps nobody waiting for
/// ever.
public final class ConductCall {
  /// For children that end by themselves: so long that none of them ever needs it.
  public static final Duration AMPLE = Duration.ofMinutes(10);

  /// A conductor that looks at its children now and then looks that often.
  public static final Duration NAP = Duration.ofMillis(100);

  /// More than it takes to clean up after all children.
  private static final Duration CLEAN_UP = Duration.ofSeconds(3);

  private static final String TOO_LATE =
      "Nothing moves any more: conduct waits, but a child was not started, or its time is up.";

  private final FutureTask<List<Ending>> task;
  private final Thread thread;
  private final Duration limit;
  private final boolean isShort;

  /// @param limit what each child is given
  public ConductCall(Callable<List<Ending>> call, Duration limit) {
    this.limit = limit;
    isShort = limit.compareTo(AMPLE) < 0;
    task = new FutureTask<>(call);
    thread = Thread.ofPlatform().name("caller").daemon().start(task);
  }

  public boolean isOver() {
    return task.isDone();
  }

  public void interrupt() {
    thread.interrupt();
  }

  /// Fails if conduct has not ended by then, or soon after. Waits until then.
  ///
  /// @param overdue when its time is up, as [System#nanoTime]
  public void endsBy(long overdue) throws InterruptedException {
    Standstill.comesAfter(() -> isOver() || System.nanoTime() - overdue > 0, limit.plus(NAP));
    if (!Standstill.comesAfter(this::isOver, Duration.ZERO)) {
      giveUp(TOO_LATE);
    }
  }

  /// Fails. When the children are killed afterwards, a conductor that is interrupted starts no
  /// more.
  private void giveUp(String why) {
    thread.interrupt();
    fail(why);
  }

  /// Waits until this holds or conduct has ended.
  public void await(BooleanSupplier what) throws InterruptedException {
    if (!Standstill.comesAfter(() -> what.getAsBoolean() || isOver(), NAP)) {
      giveUp(isShort ? TOO_LATE : "Nothing moves any more, and not all children were started.");
    }
  }

  /// Waits until conduct has ended, or nothing moves any more.
  public List<Ending> endings() throws Exception {
    if (!Standstill.comesAfter(this::isOver, isShort ? limit : NAP) && !cleansUp()) {
      giveUp(
          isShort
              ? TOO_LATE
              : "Nothing moves any more: conduct waits, and so do its children (still alive: %d)."
                  .formatted(LeftProcesses.children().count()));
    }
    try {
      return task.get();
    } catch (ExecutionException thrown) {
      throw thrown.getCause() instanceof Exception cause ? cause : thrown;
    }
  }

  /// Whether it ends after all. To clean up after many children takes a while in which no process
  /// is awake, and the threads that wake each other are taken to sleep: so look for longer.
  private boolean cleansUp() throws InterruptedException {
    return LeftProcesses.children().findAny().isEmpty()
        && Standstill.comesAfter(this::isOver, CLEAN_UP);
  }

  /// What conduct threw. Waits as [#endings] does.
  public Throwable thrown() throws Exception {
    try {
      endings();
    } catch (IOException | InterruptedException | RuntimeException thrown) {
      return thrown;
    }
    return fail("conduct returned as if nothing had happened");
  }
}
