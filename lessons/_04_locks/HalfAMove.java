package _04_locks;

import _04_locks.TornPoint.Pair;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Procedure;
import workbook.Question;
import workbook.Recorder;

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
    return List.of(new Parameter.Count("looks", 1_000_000, 1_000, 20_000_000, "looks"));
  }

  @Override
  public Procedure procedure() {
    return Procedure.timed(0, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Looks that saw half a move", TORN, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var looks = with.count("looks");
    var unguarded = look("no lock", new TornPoint.Broken(), looks, record);
    record.progress(1, 3);
    look("only the writer locks", new TornPoint.HalfMended(), looks, record);
    record.progress(2, 3);
    var guarded = look("both lock", new TornPoint.Mended(), looks, record);

    record.answer("%.0f".formatted(1e6 * unguarded / looks));
    record.claim(
        "When writer and reader take the same lock, no look sees half a move.",
        guarded == 0,
        "%,d torn of %,d".formatted(guarded, looks));
  }

  private static long look(String how, TornPoint point, int looks, Recorder record)
      throws InterruptedException, ExecutionException {
    var torn = countTorn(point, looks);
    record.sample(TORN, "per million", how, 1e6 * torn / looks);
    return torn;
  }

  /// One thread moves the point until the other has looked often enough.
  private static long countTorn(TornPoint point, int looks)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(2);
    var looking = new AtomicBoolean(true);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var writer = threads.submit(() -> move(point, start, looking));
      var reader = threads.submit(() -> lookAt(point, looks, start, looking));
      writer.get();
      return reader.get();
    }
  }

  private static Void move(TornPoint point, CyclicBarrier start, AtomicBoolean looking)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    for (var atHome = true; looking.get(); atHome = !atHome) {
      var next = atHome ? AWAY : HOME;
      point.set(next.x(), next.y());
    }
    return null;
  }

  private static long lookAt(TornPoint point, int looks, CyclicBarrier start, AtomicBoolean looking)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    var torn = 0L;
    for (var look = 0; look < looks && looking.get(); look++) {
      var seen = point.get();
      if (!seen.equals(HOME) && !seen.equals(AWAY)) {
        torn++;
      }
    }
    looking.set(false);
    return torn;
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
    meet. With both locked it is none, on every machine, and `explore locks/torn-point-mended` shows
    why.
    """;
  }
}
