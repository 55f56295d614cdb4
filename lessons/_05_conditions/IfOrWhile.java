package _05_conditions;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # If, or while
///
/// A guest waits for a dish. It is woken, and somebody else was quicker. What now?
public final class IfOrWhile implements Experiment {
  private static final String FAILS = "it takes from the empty table and fails";
  private static final String EATS = "it waits for the next dish";

  @Override
  public String id() {
    return "if-or-while";
  }

  @Override
  public String title() {
    return "If, or while";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        if (items.isEmpty()) await(); then items.remove(): so waits a guest. The cook puts one \
        dish and signals. A quick guest takes it before the first one is up. What does that one do?\
        """,
        EATS,
        FAILS,
        "it sleeps on, because the dish is gone");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("trials", 20, 1, 1_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Woken, and too late"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var trials = with.count("trials");
    var failedWithIf = 0;
    var failedWithWhile = 0;
    for (var trial = 1; trial <= trials; trial++) {
      failedWithIf += fails(new IfForWhile.Broken()) ? 1 : 0;
      failedWithWhile += fails(new IfForWhile.Mended()) ? 1 : 0;
      record.progress(trial, trials);
    }
    record.outcome("if", "served", ACCEPTABLE, trials - failedWithIf, "nobody was quicker");
    record.outcome("if", "failed", INTERESTING, failedWithIf, "took from an empty table");
    record.outcome("while", "served", ACCEPTABLE, trials - failedWithWhile, "waited again");
    record.outcome("while", "failed", FORBIDDEN, failedWithWhile, "took from an empty table");
    record.claim(
        "With if, the guest takes from the empty table.",
        failedWithIf == trials,
        "in %,d of %,d trials".formatted(failedWithIf, trials));
    record.claim(
        "With while, it waits again and gets the next dish.",
        failedWithWhile == 0,
        "in %,d of %,d trials".formatted(trials - failedWithWhile, trials));
    record.answer(failedWithIf > 0 ? FAILS : EATS);
  }

  /// @return whether the guest who was woken too late failed
  private static boolean fails(IfForWhile table) throws Exception {
    Callable<Void> guest =
        () -> {
          table.take();
          return null;
        };
    try (var threads = Executors.newSingleThreadExecutor()) {
      var slow = threads.submit(guest);
      Await.until("the slow guest waits", () -> waits(table));
      table.lock.lock();
      try {
        table.put("soup"); // wakes the slow guest, who now waits for the lock
        table.take(); // a quick guest has the lock, and is first
      } finally {
        table.lock.unlock();
      }
      Await.until("the slow guest fails or waits again", () -> slow.isDone() || waits(table));
      table.put("cake");
      return failed(slow);
    }
  }

  private static boolean waits(IfForWhile table) {
    table.lock.lock();
    try {
      return table.lock.hasWaiters(table.notEmpty);
    } finally {
      table.lock.unlock();
    }
  }

  private static boolean failed(Future<Void> guest)
      throws InterruptedException, ExecutionException {
    try {
      guest.get();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof NoSuchElementException) {
        return true;
      }
      throw e;
    }
  }

  @Override
  public String explanation() {
    return """
    A signal does not hand over the dish, nor the lock. It moves the guest from those who wait for a
    dish to those who wait for the lock. Whoever gets the lock before may take the dish, and when
    `await()` returns at last, what was true at the time of the signal is true no longer. Here the
    quick guest simply has the lock already; on a busy day it happens by itself.

    `await()` may also return without any signal. The documentation calls it a *spurious wake-up* and
    allows it, because it makes fast conditions possible.

    Both are mended by one word: **while**. Ask, wait, and ask again, with the lock in hand. The answer
    that counts is the one after the wait.
    """;
  }
}
