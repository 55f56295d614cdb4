package _02_threads;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Six small programs that end differently. Each runs in a JVM of its own.
public final class Endings {
  private Endings() {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    switch (args[0]) {
      case "user thread" -> startWorker(false);
      case "daemon" -> startWorker(true);
      case "worker throws" -> failInAThread();
      case "handler is told" -> {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.exit(2));
        failInAThread();
      }
      case "main throws" -> {
        startWorker(false);
        fail();
      }
      case "main asks" -> {
        try (var pool = Executors.newSingleThreadExecutor()) {
          pool.submit(Endings::fail).get(); // throws what the worker threw
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println("main: the end");
  }

  private static void failInAThread() throws InterruptedException {
    var worker = new Thread(Endings::fail, "worker");
    worker.start();
    worker.join(); // returns when the worker has ended, however it ended
  }

  private static void fail() {
    throw new IllegalStateException("the disk is full");
  }

  /// Starts a worker that has something to do when main has ended.
  private static void startWorker(boolean daemon) {
    var main = Thread.currentThread();
    Runnable work =
        () -> {
          try {
            main.join();
            System.in.read(); // blocks until it is told to go on
            System.out.println("worker: work saved");
          } catch (IOException | InterruptedException e) {
            System.out.println("worker: " + e);
          }
        };
    Thread.ofPlatform().name("worker").daemon(daemon).start(work);
  }
}
