package _09_futures;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/// A factory that remembers its threads, and those that died of an exception.
public final class WatchedThreads implements ThreadFactory {
  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private final List<String> died = new CopyOnWriteArrayList<>();

  @Override
  public Thread newThread(Runnable code) {
    var thread =
        Thread.ofPlatform()
            .name("thread " + (made.size() + 1))
            .uncaughtExceptionHandler((dead, thrown) -> died.add(dead.getName()))
            .unstarted(code);
    made.add(thread);
    return thread;
  }

  public List<Thread> made() {
    return made;
  }

  public List<String> died() {
    return died;
  }

  /// Waits for the end of all; never returns if one of them never ends.
  public void join() throws InterruptedException {
    for (var thread : made) {
      thread.join();
    }
  }
}
