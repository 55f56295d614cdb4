package _01_processes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Notices that nothing moves any more: all processes that this one has started are asleep, and so
/// are all its threads but the one that asks.
///
/// Linux says of each whether it sleeps (`S`), or runs or would if it had a processor (`R`, see
/// proc_pid_stat(5)), so a slow machine is not taken for a standstill. One look proves nothing,
/// because a sleeper may have set an alarm: it takes a second of looks at which no child is awake,
/// and the threads seldom are. (A thread may wake up again and again, only to look at a clock.)
public final class Standstill {
  private static final Duration PAUSE = Duration.ofMillis(25);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /// Whether the system tells who sleeps.
  public static final boolean TELLS_WHO_SLEEPS = Files.exists(Path.of("/proc/thread-self/stat"));

  /// Threads that work for the JVM or for the grader: nobody waits for them.
  private static final List<String> SERVANTS =
      List.of("workbook: ", "VM ", "C1 ", "C2 ", "G1 ", "GC ");

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
    return comesAfter(what, alarm, () -> processesSleep(orphans));
  }

  /// The same where no process has been started: only the threads of this one matter.
  public static boolean ofThreadsComesAfter(BooleanSupplier what) throws InterruptedException {
    return comesAfter(what, Duration.ZERO, () -> true);
  }

  private static boolean comesAfter(
      BooleanSupplier what, Duration alarm, BooleanSupplier processesSleep)
      throws InterruptedException {
    var needed = alarm.plus(SECOND).dividedBy(PAUSE);
    var end = System.nanoTime() + alarm.plus(PATIENCE).toNanos();
    for (var looks = 0L; looks < needed && (TELLS_WHO_SLEEPS || System.nanoTime() < end); ) {
      if (what.getAsBoolean()) {
        return true;
      }
      looks = processesSleep.getAsBoolean() ? Math.max(0, looks + (threadsSleep() ? 1 : -1)) : 0;
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
    return what.getAsBoolean();
  }

  private static boolean processesSleep(ProcessHandle... orphans) {
    return Stream.concat(ProcessHandle.current().descendants(), Stream.of(orphans))
        .allMatch(process -> stat(folder(process)).sleeps());
  }

  private static boolean threadsSleep() {
    try (var threads = Files.list(Path.of("/proc/self/task"))) {
      var asking = Path.of("/proc/thread-self").toRealPath().getFileName();
      return threads
          .filter(thread -> !thread.endsWith(asking))
          .allMatch(thread -> stat(thread).sleeps());
    } catch (IOException notLinux) {
      return false;
    }
  }

  /// Whether a process runs or could. A zombie could not: it waits for somebody to ask for its exit
  /// code.
  public static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && stat(folder(process)).state != 'Z';
  }

  private static Path folder(ProcessHandle process) {
    return Path.of("/proc", Long.toString(process.pid()));
  }

  private static Stat stat(Path task) {
    try {
      var text = Files.readString(task.resolve("stat"), ISO_8859_1);
      var end = text.lastIndexOf(')'); // the name may hold anything, parentheses too
      return new Stat(text.substring(text.indexOf('(') + 1, end), text.charAt(end + 2));
    } catch (IOException goneJustNowOrNotLinux) {
      return new Stat("", '?');
    }
  }

  private record Stat(String name, char state) {
    boolean sleeps() {
      return "SZT".indexOf(state) >= 0 || SERVANTS.stream().anyMatch(name::startsWith);
    }
  }
}
