package bench;

import java.util.ArrayList;

/// A program of any size to explore: threads that go again and again into a section under one lock.
/// It is correct.
final class Sections {
  private int entered;

  private synchronized void enter() {
    entered++;
  }

  /// @param sections how often each thread enters
  static void run(int threads, int sections) throws InterruptedException {
    var shared = new Sections();
    var all = new ArrayList<Thread>();
    for (var t = 0; t < threads; t++) {
      all.add(new Thread(() -> shared.enter(sections)));
    }
    all.forEach(Thread::start);
    for (var thread : all) {
      thread.join();
    }
    if (shared.entered != threads * sections) {
      throw new AssertionError(shared.entered);
    }
  }

  private void enter(int times) {
    for (var n = 0; n < times; n++) {
      enter();
    }
  }
}
