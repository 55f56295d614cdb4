package _05_conditions;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Wait and notify, the old way
///
/// Every object has one condition. Whoever rings, rings for everybody. How many get up for nothing?
public final class WaitNotify implements Experiment {
  private static final String IN_VAIN = "wake-ups in vain";

  @Override
  public String id() {
    return "wait-notify";
  }

  @Override
  public String title() {
    return "Wait and notify, the old way";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Ten threads wait for an item. Ten items come, one after the other, and each time notifyAll() \
        wakes all who wait. How often, all in all, does a thread wake up in vain?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("threads", 10, 1, 200, "threads that wait"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Woken up for nothing", IN_VAIN, false));
  }

  /// What a queue does, whatever its kind.
  private interface Put {
    void put(int item) throws InterruptedException;
  }

  /// What a thread got, and how often it had to wait for it.
  private record Taken(int item, long waits) {}

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var threads = with.count("threads");
    var old = new OldQueue<Integer>(threads);
    var everybody = feed("wait, notifyAll", old::put, old::take, threads, record);
    record.answer(Long.toString(everybody));
    record.progress(1, 2);
    var queue = new BoundedQueue<Integer>(threads);
    feed("await, signal, two conditions", queue::put, queue::take, threads, record);
  }

  /// Lets all threads wait, then feeds them one by one.
  ///
  /// @return how often a thread woke up and had to wait again
  private static long feed(String how, Put put, Callable<Integer> take, int count, Recorder record)
      throws Exception {
    var takers = new ArrayList<FutureTask<Taken>>();
    var threads = new ArrayList<Thread>();
    waits(); // once in vain: what it needs is set up now, and keeps no taker waiting
    try {
      for (var n = 0; n < count; n++) {
        var taker = new FutureTask<>(() -> take(take));
        takers.add(taker);
        threads.add(Thread.ofPlatform().start(taker));
      }
      for (var item = 0; item < count; item++) {
        var served = item;
        Await.until(
            "all who got nothing wait",
            () ->
                threads.stream().filter(each -> each.getState() == State.WAITING).count()
                    == count - served);
        put.put(item);
      }
      return conclude(how, takers, record);
    } finally {
      threads.forEach(Thread::interrupt);
    }
  }

  private static Taken take(Callable<Integer> take) throws Exception {
    var before = waits();
    return new Taken(take.call(), waits() - before);
  }

  /// How often the calling thread has waited since its start, as the JVM counts it.
  private static long waits() {
    var me = Thread.currentThread().threadId();
    return ManagementFactory.getThreadMXBean().getThreadInfo(me).getWaitedCount();
  }

  private static long conclude(String how, List<FutureTask<Taken>> takers, Recorder record)
      throws Exception {
    var items = new ArrayList<Integer>();
    var waits = 0L;
    for (var taker : takers) {
      var taken = taker.get(20, TimeUnit.SECONDS);
      items.add(taken.item);
      waits += taken.waits;
    }
    var inVain = waits - takers.size(); // the first wait of each was not in vain
    record.sample(IN_VAIN, "times", how, inVain);
    record.claim(
        "With %s every thread gets one item.".formatted(how),
        items.stream().sorted().toList().equals(IntStream.range(0, takers.size()).boxed().toList()),
        "%,d threads, %,d items".formatted(takers.size(), items.size()));
    return inVain;
  }

  @Override
  public String explanation() {
    return """
    Before Java 5 there was only this: `synchronized`, `wait()`, `notifyAll()`. Every object has one
    lock and *one* condition, so those who wait for an item and those who wait for a place wait together,
    and `notify()` may wake the wrong one. So everybody is woken, one gets the item, and the others
    go back to sleep: 9 + 8 + … + 1 = 45 times for ten threads and ten items.

    With a `Condition` for each reason to wait, `signal()` wakes one thread that can go on.

    The old way is still right where few threads wait, and you will meet it in much code. The rules are
    the same: hold the lock, wait in a `while`, change the state under the lock, then tell.
    """;
  }
}
