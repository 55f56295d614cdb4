package _02_threads;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// Five small programs that end differently. Each runs in a JVM of its own.
public enum Endings {
  /// The worker is no daemon, and has work to do when main has ended.
  USER("a user thread"),
  /// The same worker as a daemon.
  DAEMON("a daemon"),
  /// The worker throws, and nobody asks how it ended.
  WORKER_THROWS("worker throws"),
  /// The main thread throws while another thread works.
  MAIN_THROWS("main throws"),
  /// The worker throws, and main asks for its result.
  COLLECTED("worker throws, main asks");

  final String label;

  Endings(String label) {
    this.label = label;
  }

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    switch (valueOf(args[0])) {
      case USER -> startWorker(false);
      case DAEMON -> startWorker(true);
      case WORKER_THROWS -> {
        var worker = new Thread(Endings::fail, "worker");
        worker.start();
        worker.join(); // returns when the worker has ended, however it ended
      }
      case MAIN_THROWS -> {
        startWorker(false);
        fail();
      }
      case COLLECTED -> {
        try (var pool = Executors.newSingleThreadExecutor()) {
          pool.submit(Endings::fail).get(); // throws what the worker threw
        }
      }
    }
    System.out.println("main: the end");
  }

  private static void startWorker(boolean daemon) {
    var main = Thread.currentThread();
    var worker =
        new Thread(
            () -> {
              try {
                main.join();
                System.in.read(); // blocks until it is told to go on
                System.out.println("worker: work saved");
              } catch (IOException | InterruptedException e) {
                System.out.println("worker: " + e);
              }
            },
            "worker");
    worker.setDaemon(daemon);
    worker.start();
  }

  private static void fail() {
    throw new IllegalStateException("the disk is full");
  }
}
