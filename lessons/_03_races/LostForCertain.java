package _03_races;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Lost for certain
///
/// A barrier stands between reading and writing, so both threads have read before either writes.
/// Chance has no part in it: how much is lost?
public final class LostForCertain implements Experiment {
  private static final String COUNTED = "counted";

  @Override
  public String id() {
    return "lost-for-certain";
  }

  @Override
  public String title() {
    return "Lost for certain";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        "Two threads add one, again and again. Each waits for the other between reading and"
            + " writing. How much of the work is counted?",
        "all of it",
        "exactly half",
        "almost nothing",
        "a different share each time");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("increments", 1_000, 1, 100_000, "increments per thread"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("What was counted", COUNTED, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var increments = with.count("increments");
    var asked = 2 * increments;
    record.sample(COUNTED, "increments", "asked for", asked);

    var broken = new InThreeSteps(increments, record);
    inTwoThreads(broken);
    record.sample(COUNTED, "increments", "read, meet, write", broken.count);
    record.claim(
        "Both read before either writes: exactly half is lost.",
        broken.count == increments,
        "asked for %,d, counted %,d".formatted(asked, broken.count));
    record.answer(broken.count == increments ? "exactly half" : "a different share each time");
    record.progress(1, 2);

    var mended = new InOneStep(increments);
    inTwoThreads(mended);
    record.sample(COUNTED, "increments", "one step, meet", mended.count.get());
    record.claim(
        "One step has no middle: nothing is lost.",
        mended.count.get() == asked,
        "asked for %,d, counted %,d".formatted(asked, mended.count.get()));
  }

  /// Two threads do the same; if one fails, its barrier breaks and the other ends too.
  private static void inTwoThreads(Callable<Void> body) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var ended : threads.invokeAll(List.of(body, body))) {
        ended.get();
      }
    }
  }

  private static final class InThreeSteps implements Callable<Void> {
    final CyclicBarrier bothHere = new CyclicBarrier(2);
    final int increments;
    final Recorder record;
    volatile int count;

    InThreeSteps(int increments, Recorder record) {
      this.increments = increments;
      this.record = record;
    }

    @Override
    public Void call() throws Exception {
      for (var i = 0; i < increments; i++) {
        var read = count;
        bothHere.await(); // both have read the same number
        count = read + 1;
        bothHere.await(); // both have written the same number
      }
      return null;
    }
  }

  private static final class InOneStep implements Callable<Void> {
    final CyclicBarrier bothHere = new CyclicBarrier(2);
    final int increments;
    final AtomicInteger count = new AtomicInteger();

    InOneStep(int increments) {
      this.increments = increments;
    }

    @Override
    public Void call() throws Exception {
      for (var i = 0; i < increments; i++) {
        bothHere.await();
        count.incrementAndGet();
        bothHere.await();
      }
      return null;
    }
  }

  @Override
  public String explanation() {
    return """
    Both threads read 7, both compute 8, both write 8: two increments, one counted. The \
    barrier only makes happen every time what the scheduler may do at any time. Such an \
    order of steps is called an *interleaving* or a *schedule*.

    `volatile` is no help: both reads saw the latest value. With `incrementAndGet` there is \
    no place between reading and writing where another thread could stand, so the same \
    barriers change nothing.

    This is also how to test a race: do not hope for the bad schedule, force it.
    """;
  }
}
