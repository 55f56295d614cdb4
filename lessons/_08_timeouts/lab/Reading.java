package _08_timeouts.lab;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// A thread that reads while nothing comes.
record Reading(Thread thread, FutureTask<Integer> task) {
  static final String WAITS = "waits until there is a byte";
  static final int WHILE = 100;

  interface Sending {
    void send() throws IOException;
  }

  /// Blocks for a moment, until the thread waits in its read.
  static Reading start(Thread.Builder kind, Callable<Integer> read) throws InterruptedException {
    var task = new FutureTask<>(read);
    var thread = kind.start(task);
    TimeUnit.MILLISECONDS.sleep(WHILE);
    return new Reading(thread, task);
  }

  /// How the read ended. If it still waits, it gets a byte: then it ends, too.
  ///
  /// @param limit milliseconds until it gets the byte: [#WHILE] for a read that should wait,
  ///   [Pair#GENEROUS] for one that should end by itself, however busy the machine is
  String ended(int limit, Sending dot) throws Exception {
    var ended = Ending.of(() -> task.get(limit, TimeUnit.MILLISECONDS));
    if (ended.startsWith("TimeoutException")) {
      dot.send();
      ended = Ending.of(() -> task.get(Pair.GENEROUS, TimeUnit.MILLISECONDS));
    }
    thread.join();
    return ended.equals("returns " + (int) '.') ? WAITS : ended;
  }
}
