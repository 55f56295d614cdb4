package _14_memory.lab;

import _14_memory.MeetingClasses;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/// A JVM of its own in which two classes initialise each other. Prints what it finds, a line each:
/// what, a tab, and the value. It ends by ending: daemon threads that wait don't keep it alive.
public final class InitDeadlockJvm {
  private InitDeadlockJvm() {}

  /// @param args how long to watch, in ms
  public static void main(String[] args) throws InterruptedException {
    var left = thread(InitDeadlockTrial.LEFT, () -> new MeetingClasses.Left());
    var right = thread(InitDeadlockTrial.RIGHT, () -> new MeetingClasses.Right());
    MeetingClasses.awaitBoth();
    var watch = Duration.ofMillis(Long.parseLong(args[0]));
    var leftEnded = left.join(watch);
    var rightEnded = right.join(watch);
    print(InitDeadlockTrial.LEFT, leftEnded ? InitDeadlockTrial.THROUGH : InitDeadlockTrial.WAITS);
    print(
        InitDeadlockTrial.RIGHT, rightEnded ? InitDeadlockTrial.THROUGH : InitDeadlockTrial.WAITS);
    print("Thread.getState() of left", left.getState());
    var deadlocked =
        Optional.ofNullable(ManagementFactory.getThreadMXBean().findDeadlockedThreads());
    print("deadlocked threads found", deadlocked.map(found -> found.length).orElse(0));
  }

  private static Thread thread(String name, Runnable use) {
    Runnable insured =
        () -> {
          try {
            use.run();
          } catch (Throwable failure) {
            print(name, InitDeadlockTrial.THROWS + failure);
          }
        };
    return Thread.ofPlatform().daemon().name(name).start(insured);
  }

  private static synchronized void print(String what, Object value) {
    System.out.println(what + "\t" + value);
  }
}
