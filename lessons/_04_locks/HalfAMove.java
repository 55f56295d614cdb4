package _04_locks;

import _04_locks.TornPoint.Pair;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Half a move
///
/// A point jumps between two places while another thread looks. Can it be seen where it never was?
public final class HalfAMove implements Experiment {
  private static final String TORN = "torn pairs";
  private static final Pair HOME = new Pair(10, 20);
  private static final Pair AWAY = new Pair(15, 10);

  @Override
  public String id() {
    return "torn-point";
  }

  @Override
  public String title() {
    return "Half a move";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Without a lock, a point jumps between (10, 20) and (15, 10) as fast as it can. Of a \
        million looks, how many see (15, 20) or (10, 10)?\
        """,
        "of a million looks");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("time", 100, 1, 5_000, "ms for each kind of point"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Looks that saw half a move", TORN, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var time = with.count("time");
    var unguarded = look("no lock", new TornPoint.Broken(), time, record);
    record.progress(1, 4);
    look("no lock, a pause inside", new TornPoint.Unhurried(), time, record);
    record.progress(2, 4);
    look("only the writer locks", new TornPoint.HalfMended(), time, record);
    record.progress(3, 4);
    var guarded = look("both lock", new TornPoint.Mended(), time, record);

    record.answer("%.0f".formatted(unguarded.tornPerMillion()));
    record.claim(
        "When writer and reader take the same lock, no look sees half a move.",
        guarded.torn == 0,
        "%,d torn of %,d looks".formatted(guarded.torn, guarded.all));
  }

  /// What a reader has seen.
  private record Looks(long all, long torn) {
    double tornPerMillion() {
      return 1e6 * torn / Math.max(1, all);
    }
  }

  /// One thread moves the point and another looks at it, both as often as they can.
  private static Looks look(String how, TornPoint point, int millis, Recorder record)
      throws InterruptedException, ExecutionException {
    var going = new AtomicBoolean(true);
    try (var threads = Executors.newFixedThreadPool(2)) {
      threads.submit(() -> moveWhile(going, point));
      var reader = threads.submit(() -> lookWhile(going, point));
      try {
        Thread.sleep(millis);
      } finally {
        going.set(false);
      }
      var looks = reader.get();
      record.sample(TORN, "per million", how, looks.tornPerMillion());
      return looks;
    }
  }

  private static void moveWhile(AtomicBoolean going, TornPoint point) {
    for (var away = true; going.get(); away = !away) {
      var next = away ? AWAY : HOME;
      point.set(next.x(), next.y());
    }
  }

  private static Looks lookWhile(AtomicBoolean going, TornPoint point) {
    var all = 0L;
    var torn = 0L;
    while (going.get()) {
      var seen = point.get();
      all++;
      if (!seen.equals(HOME) && !seen.equals(AWAY)) {
        torn++;
      }
    }
    return new Looks(all, torn);
  }

  @Override
  public String explanation() {
    return """
    A move is two writes, a look is two reads. When the reader comes between the writes, or the
    writer between the reads, the pair it sees is half old and half new: a **torn** pair. Each
    coordinate is a good number. Only together they are wrong, so nothing looks broken.

    A lock makes the two writes one step for everybody *who asks for the same lock*. A reader that
    does not ask walks in between them: locking the writer alone keeps other writers out and nobody
    else. "It only reads" is no excuse.

    How many are torn is a figure of this run: it depends on the cores and on how often the two
    meet between two instructions. It may be none, until somebody adds a line between the writes
    (here, a `Thread.yield()`). With both locked it is none, on every machine, whatever stands between
    the writes: `stress-or-explore --scenario torn-point` tries every order.
    """;
  }
}
