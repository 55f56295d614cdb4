package _04_locks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Two locks, two orders
///
/// One thread takes A and then B, the other B and then A. Who goes first?
public final class DeadlockByOrder implements Experiment {
  private static final String FOREVER = "both wait forever";
  private static final long LIMIT_SECONDS = 20;

  @Override
  public String id() {
    return "deadlock-by-order";
  }

  @Override
  public String title() {
    return "Two locks, two orders";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Thread one holds A and asks for B. Thread two holds B and asks for A. What does Java do?\
        """,
        "it throws an exception in one of them",
        "the one that asked first gets the lock",
        FOREVER,
        "it ends the program with an error");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("threads", "platform", "virtual"),
        new Parameter.Count("stuck", 300, 0, 5_000, "ms until somebody helps"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Two orders stop both, one order lets both through"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    twoOrders(with, record);
    oneOrder(with, record);
  }

  /// Broken: each takes its first lock before either asks for its second.
  private static void twoOrders(Parameters with, Recorder record) throws Exception {
    var a = new OwnedLock("A");
    var b = new OwnedLock("B");
    var bothHoldOne = new CountDownLatch(2);
    var one = new FutureTask<>(() -> takeBoth("two orders: one", a, b, bothHoldOne, record));
    var two = new FutureTask<>(() -> takeBoth("two orders: two", b, a, bothHoldOne, record));
    var first = thread(with, "one", one);
    var second = thread(with, "two", two);
    first.start();
    second.start();
    try {
      Await.until("both threads wait", () -> b.hasQueuedThread(first) && a.hasQueuedThread(second));
      Thread.sleep(with.count("stuck")); // so that the picture shows it
      var stuck = b.hasQueuedThread(first) && a.hasQueuedThread(second);
      record.answer(stuck ? FOREVER : "one of them went on");
      record.fact("one waits for B, held by", b.holder());
      record.fact("two waits for A, held by", a.holder());
      detect(with, first, second, record);
      second.interrupt(); // gives up, and gives B back
      record.claim(
          "When one gives up, the other gets both.",
          one.get(LIMIT_SECONDS, TimeUnit.SECONDS) && !two.get(LIMIT_SECONDS, TimeUnit.SECONDS),
          "one got both: " + one.get() + ", two got both: " + two.get());
    } finally {
      first.interrupt();
      second.interrupt();
    }
  }

  /// Mended: both take A before B. Whoever has A finds B free, or soon will.
  private static void oneOrder(Parameters with, Recorder record) throws Exception {
    var a = new OwnedLock("A");
    var b = new OwnedLock("B");
    var nothing = new CountDownLatch(0);
    var one = new FutureTask<>(() -> takeBoth("one order: one", a, b, nothing, record));
    var two = new FutureTask<>(() -> takeBoth("one order: two", a, b, nothing, record));
    var first = thread(with, "one", one);
    var second = thread(with, "two", two);
    first.start();
    second.start();
    try {
      record.claim(
          "When both take A before B, both get both.",
          one.get(LIMIT_SECONDS, TimeUnit.SECONDS) && two.get(LIMIT_SECONDS, TimeUnit.SECONDS),
          "one got both: " + one.get() + ", two got both: " + two.get());
    } finally {
      first.interrupt();
      second.interrupt();
    }
  }

  private static Thread thread(Parameters with, String name, Runnable body) {
    var kind = with.choice("threads").equals("virtual") ? Thread.ofVirtual() : Thread.ofPlatform();
    return kind.name(name).unstarted(body);
  }

  /// Takes two locks, one after the other, holds both for a moment, and gives them back.
  ///
  /// @return whether it got both; not when it was interrupted while it waited
  private static boolean takeBoth(
      String me, OwnedLock first, OwnedLock second, CountDownLatch meeting, Recorder record) {
    try {
      var began = record.now();
      first.lockInterruptibly();
      try {
        var hasFirst = record.now();
        record.span(me, "waits for " + first.name, began, hasFirst);
        meeting.countDown();
        meeting.await();
        takeSecond(me, first, second, record);
        return true;
      } finally {
        first.unlock();
      }
    } catch (InterruptedException givesUp) {
      return false;
    }
  }

  private static void takeSecond(String me, OwnedLock first, OwnedLock second, Recorder record)
      throws InterruptedException {
    var asked = record.now();
    try {
      second.lockInterruptibly();
    } finally {
      record.span(
          me, "holds %s, waits for %s".formatted(first.name, second.name), asked, record.now());
    }
    try {
      var hasBoth = record.now();
      Thread.sleep(50); // what the two locks are needed for
      record.span(me, "holds both", hasBoth, record.now());
    } finally {
      second.unlock();
    }
  }

  /// Java does nothing about a deadlock, but it can tell.
  private static void detect(Parameters with, Thread one, Thread two, Recorder record) {
    var found = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    var seen = found == null ? 0 : found.length;
    record.fact("ThreadMXBean finds", seen + " deadlocked threads");
    if (with.choice("threads").equals("virtual")) {
      record.note("ThreadMXBean looks at platform threads only: a virtual deadlock is not found.");
    } else {
      record.claim(
          "ThreadMXBean finds both threads.",
          found != null
              && LongStream.of(one.threadId(), two.threadId())
                  .allMatch(id -> LongStream.of(found).anyMatch(each -> each == id)),
          seen + " found");
    }
  }

  @Override
  public String explanation() {
    return """
    Each thread holds what the other waits for: a **deadlock**. Nobody is wrong alone; take either
    thread away and the other goes on. Java does not break it. No processor is busy, nothing is
    printed, and both would wait until the program is killed. Here a latch makes sure that both hold
    one lock before they ask for the next; without it the same happens once in a while.

    The mend is an **order**: if all threads take A before B, then whoever holds B does not wait for
    A, and some thread can always go on. For accounts the order may be their numbers.

    `lock()` cannot be interrupted, nor can `synchronized`. `lockInterruptibly()` and `tryLock` with
    a time leave a way out. To see who waits for whom in a program that hangs, use `jstack` or
    `jcmd PID Thread.print`.
    """;
  }
}
