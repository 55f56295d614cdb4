package _05_conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.Scenario.Body;

/// # One ring, or a ring for all
///
/// The cook and two guests wait for the same bell. Each ring wakes one of them. The right one?
public final class SignalOrSignalAll implements Experiment {
  private static final String ALL = "both guests get their plate";
  private static final String STUCK = "one guest gets a plate; the other and the cook wait forever";

  @Override
  public String id() {
    return "signal-or-signalall";
  }

  @Override
  public String title() {
    return "One ring, or a ring for all";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A tray has room for one plate. Two guests wait for the bell. The cook puts a plate, rings \
        with signal(), and waits for the same bell to put the second. What happens?\
        """,
        ALL,
        STUCK,
        "nobody gets anything");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("stuck", 200, 0, 5_000, "ms until somebody helps"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("signal() wakes the wrong one, signalAll() wakes everybody"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var pause = with.count("stuck");
    var waiting = serve("signal: ", new SharedCondition.Broken(), pause, record);
    record.answer(waiting.isEmpty() ? ALL : STUCK);
    record.claim(
        "With signal, the second ring wakes the other guest, not the cook: both wait forever.",
        waiting.equals(List.of("second guest", "cook")),
        "waiting at the end: " + waiting);
    waiting = serve("signalAll: ", new SharedCondition.Mended(), pause, record);
    record.claim(
        "With signalAll, everybody gets on.", waiting.isEmpty(), "waiting at the end: " + waiting);
  }

  /// @return who waits when nobody is left to ring
  private static List<String> serve(String how, SharedCondition tray, int pause, Recorder record)
      throws Exception {
    var people = new LinkedHashMap<String, FutureTask<Void>>();
    var threads = new ArrayList<Thread>();
    try {
      start("first guest", tray::take, how, record, people, threads);
      Await.until("the first guest waits", () -> waiting(tray) == 1);
      start("second guest", tray::take, how, record, people, threads);
      Await.until("the second guest waits", () -> waiting(tray) == 2);
      start("cook", () -> putTwo(tray), how, record, people, threads);
      Await.until("all are done, or all wait", () -> unfinished(people) == waiting(tray));
      Thread.sleep(unfinished(people) == 0 ? 0 : pause); // so that the picture shows it
      return people.keySet().stream().filter(name -> !people.get(name).isDone()).toList();
    } finally {
      threads.forEach(Thread::interrupt); // helps whoever is stuck
      for (var thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(20));
      }
    }
  }

  /// Holds the lock until it waits itself: so it waits before the first guest has taken the plate.
  private static void putTwo(SharedCondition tray) throws InterruptedException {
    tray.lock.lock();
    try {
      tray.put();
      tray.put();
    } finally {
      tray.lock.unlock();
    }
  }

  private static void start(
      String name,
      Body body,
      String how,
      Recorder record,
      Map<String, FutureTask<Void>> people,
      List<Thread> threads) {
    var task =
        new FutureTask<Void>(
            () -> {
              var began = record.now();
              try {
                body.run();
                record.span(how + name, "is served", began, record.now());
              } catch (InterruptedException helped) {
                record.span(how + name, "waits in vain", began, record.now());
              }
              return null;
            });
    people.put(name, task);
    threads.add(Thread.ofPlatform().name(name).start(task));
  }

  private static int unfinished(Map<String, FutureTask<Void>> people) {
    return (int) people.values().stream().filter(each -> !each.isDone()).count();
  }

  private static int waiting(SharedCondition tray) {
    tray.lock.lock();
    try {
      return tray.lock.getWaitQueueLength(tray.changed);
    } finally {
      tray.lock.unlock();
    }
  }

  @Override
  public String explanation() {
    return """
    The first ring wakes the first guest, who takes the plate and rings: there is room. That ring is
    meant for the cook, but `signal()` wakes whoever has waited longest, and that is the second guest.
    It finds no plate and waits again. The ring is used up. Everybody waits, and nobody is left to ring:
    a **lost wake-up**.

    `signalAll()` wakes everybody; those who cannot go on wait again. Better still are **two conditions**,
    one for "there is a plate" and one for "there is room", as in `BoundedQueue`: then everybody who
    waits at a bell waits for the same thing, and one ring for one change is enough.

    `signal()` is right when all who wait can use the change and only one of them needs to. In any other
    case take `signalAll()`: too many wake-ups cost time, a missing one costs the program.
    """;
  }
}
