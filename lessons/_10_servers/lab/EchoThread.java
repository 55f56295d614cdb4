package _10_servers.lab;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/// A thread of a server that serves until its channel is closed or it is interrupted.
final class EchoThread implements AutoCloseable {
  interface Task {
    void run() throws IOException, InterruptedException;
  }

  private final Thread thread;

  EchoThread(Task task) {
    thread = Thread.ofPlatform().start(() -> runToItsEnd(task));
  }

  private static void runToItsEnd(Task task) {
    try {
      task.run();
    } catch (IOException gone) {
      // The client is, or we were interrupted: this is how it ends.
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whether it waits for a condition, such as room in a queue; neither the network is one, nor a
  /// lock that another thread will soon release.
  boolean waits() {
    return LockSupport.getBlocker(thread) instanceof Condition;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
