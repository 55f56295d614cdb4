package _01_processes;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import workbook.process.TaskStat;

/// Notices that nothing moves any more: all processes that this one has started are asleep, and so
/// are all its threads but the one that asks.
///
/// Linux says of each whether it sleeps (`S`), or runs or would if it had a processor (`R`, see
/// proc_pid_stat(5)), so a slow machine is not taken for a standstill. One look proves nothing,
/// because a sleeper may have set an alarm, and because two that wake each other take turns: it
/// takes a row of looks at which no child is awake. (A thread may wake up again and again, only to
/// look at a clock. See [Rounds].)
public final class Standstill {
  private static final Duration PAUSE = Duration.ofMillis(25);
  private static final Duration ROW = PAUSE.multipliedBy(8);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /// Whether the system tells who sleeps.
  public static final boolean TELLS_WHO_SLEEPS = TaskStat.IS_TOLD;

  private Standstill() {}

  /// Waits until the condition holds, or nobody is left who could make it hold. As long as somebody
  /// is awake, it goes on: it is for the grader to say when that is too long. Where nothing tells
  /// who sleeps, it gives up after 40 seconds.
  ///
  /// @param alarm the longest sleep from which somebody wakes up unaided
  /// @param orphans processes that are nobody's children any more, and matter too
  /// @return whether the condition holds
  public static boolean comesAfter(BooleanSupplier what, Duration alarm, ProcessHandle... orphans)
      throws InterruptedException {
    return comesAfter(what, alarm.plus(ROW), () -> processesSleep(orphans), new Rounds()::ended);
  }

  /// The same where no process has been started: only the threads of this one matter. One of them
  /// may stay awake for ever.
  ///
  /// @param isHopeless whether to give up at once; asked at each look
  public static boolean ofThreadsComesAfter(BooleanSupplier what, BooleanSupplier isHopeless)
      throws InterruptedException {
    var all = (int) SECOND.dividedBy(PAUSE);
    IntSupplier counts = () -> isHopeless.getAsBoolean() ? all : threadsSleep() ? 1 : -1;
    return comesAfter(what, SECOND, () -> true, counts);
  }

  /// Waits until the condition holds, or each thread of this process has been seen asleep so many
  /// times, in as many rounds of looks: it has done all that it was about to do. It may have set an
  /// alarm. Where nothing tells who sleeps, it gives up after so many looks.
  ///
  /// @param pause between two looks
  /// @param isHopeless whether to give up at once; asked at each look
  /// @return whether the condition holds
  public static boolean comesBeforeSleep(
      BooleanSupplier what, int rounds, Duration pause, BooleanSupplier isHopeless)
      throws InterruptedException {
    var looks = new Rounds();
    for (var ended = 0; ended < rounds && !isHopeless.getAsBoolean(); ) {
      if (what.getAsBoolean()) {
        return true;
      }
      ended += TELLS_WHO_SLEEPS ? looks.ended() : 1;
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }
    return what.getAsBoolean();
  }

  private static boolean comesAfter(
      BooleanSupplier what, Duration row, BooleanSupplier processesSleep, IntSupplier countsFor)
      throws InterruptedException {
    var needed = row.dividedBy(PAUSE);
    var end = System.nanoTime() + row.plus(PATIENCE).toNanos();
    for (var looks = 0L; looks < needed && (TELLS_WHO_SLEEPS || System.nanoTime() < end); ) {
      if (what.getAsBoolean()) {
        return true;
      }
      looks = processesSleep.getAsBoolean() ? Math.max(0, looks + countsFor.getAsInt()) : 0;
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
    return what.getAsBoolean();
  }

  private static boolean processesSleep(ProcessHandle... orphans) {
    return Stream.concat(ProcessHandle.current().descendants(), Stream.of(orphans))
        .allMatch(process -> TaskStat.of(process).sleeps());
  }

  private static boolean threadsSleep() {
    return TELLS_WHO_SLEEPS && TaskStat.ofOtherThreads().stream().allMatch(TaskStat::sleeps);
  }

  /// Looks at the threads while all processes sleep. A round ends when each thread that was awake
  /// has been asleep: it has had a processor, and no process woke up. So one that wakes up again
  /// and again keeps nobody from seeing the standstill, however long it waits for a processor, and
  /// one that has still to be run is never taken for asleep.
  static final class Rounds {
    private Set<Long> sleepless = Set.of();

    private int ended() {
      return TELLS_WHO_SLEEPS ? endedWith(TaskStat.ofOtherThreads()) : 0;
    }

    /// How many rounds have ended with this look: one or none.
    int endedWith(List<TaskStat> threads) {
      var awake =
          threads.stream()
              .filter(thread -> !thread.sleeps())
              .map(TaskStat::id)
              .filter(id -> sleepless.isEmpty() || sleepless.contains(id))
              .collect(toSet());
      sleepless = awake;
      return awake.isEmpty() ? 1 : 0;
    }
  }

  /// Whether a process runs or could. A zombie could not: it waits for somebody to ask for its exit
  /// code.
  public static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !TaskStat.of(process).isZombie();
  }
}
