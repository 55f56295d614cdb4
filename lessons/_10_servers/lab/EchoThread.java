package _10_servers.lab;

import java.io.IOException;

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

  /// Whether it waits for another thread; waiting for the network is no such thing.
  boolean waits() {
    return thread.getState() == Thread.State.WAITING;
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
