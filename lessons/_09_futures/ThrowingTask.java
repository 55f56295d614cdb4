package _09_futures;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Five small programs whose task throws in a pool. Each runs in a JVM of its own.
public final class ThrowingTask {
  private ThrowingTask() {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(1)) {
      switch (args[0]) {
        case "execute" -> pool.execute(ThrowingTask::save);
        case "submit" -> pool.submit(ThrowingTask::save);
        case "submit and get" -> pool.submit(ThrowingTask::save).get();
        case "submit with a handler" -> {
          Thread.setDefaultUncaughtExceptionHandler((_, _) -> System.exit(2));
          pool.submit(ThrowingTask::save);
        }
        case "every 10 ms" -> saveAgainAndAgain();
        default -> throw new IllegalArgumentException(args[0]);
      }
    } // close() waits until the task has ended
    System.out.println("main: the end");
  }

  private static void save() {
    System.out.println("saving");
    throw new IllegalStateException("the disk is full");
  }

  private static void saveAgainAndAgain() throws InterruptedException {
    try (var pool = Executors.newScheduledThreadPool(1)) {
      var saving = pool.scheduleAtFixedRate(ThrowingTask::save, 0, 10, MILLISECONDS);
      while (!saving.isDone()) { // it never is, unless a run throws
        MILLISECONDS.sleep(10);
      }
    }
  }
}
