package _05_conditions.exercise;

import _05_conditions.Crew;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;

/// Threads that wait for tasks and do them.
public final class Workers implements Crew {
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  public Workers(int number, ThreadFactory factory) {
    for (var worker = 0; worker < number; worker++) {
      factory.newThread(this::work).start();
    }
  }

  private void work() {
    // TODO: there may be no task yet. And how does a worker learn that there will be no more?
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Override
  public void submit(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void shutdown() throws InterruptedException {
    // TODO: some tasks may be waiting still, and some may be half done.
  }
}
