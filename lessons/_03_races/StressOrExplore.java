package _03_races;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workbook.Chart;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.Scenario;
import workbook.StressExperiment;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Stress;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// The same broken and mended code, run very often on real threads and explored schedule by
/// schedule. A lesson makes it its own by naming its scenarios.
public abstract class StressOrExplore implements StressExperiment {
  /// A broken scenario and its mended neighbour.
  ///
  /// @param id the broken scenario's
  public record Pair(
      String id, Class<? extends Scenario> broken, Class<? extends Scenario> mended) {}

  private final List<Pair> pairs;

  /// @param pairs at least one; the first is taken when the learner chooses none
  protected StressOrExplore(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  @Override
  public final Optional<Parameters> settingsFor(Class<? extends Scenario> scenario) {
    return pairs.stream()
        .filter(pair -> pair.broken.equals(scenario) || pair.mended.equals(scenario))
        .map(pair -> Parameters.of(parameters(), Map.of("scenario", pair.id)))
        .findFirst();
  }

  @Override
  public final String id() {
    return "stress-or-explore";
  }

  @Override
  public final String title() {
    return "Hope, or look everywhere";
  }

  @Override
  public final Question question() {
    return new Question.Number(
        """
        The broken program runs on real threads that start as close together as they can. In how \
        many of 100,000 runs does it fail?\
        """,
        "of 100,000 runs");
  }

  @Override
  public final List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("scenario", pairs.stream().map(Pair::id).toList()),
        new Parameter.Count("runs", 100_000, 1, 10_000_000, "runs on real threads"));
  }

  @Override
  public final RunPlan plan() {
    return RunPlan.once().within(Duration.ofMinutes(15));
  }

  @Override
  public final List<Chart> charts() {
    return List.of(new Chart.Outcomes("What real threads happened to do"));
  }

  @Override
  public final void run(Parameters with, Recorder record) throws Exception {
    var id = with.choice("scenario");
    var pair = pairs.stream().filter(each -> each.id.equals(id)).findFirst().orElseThrow();
    var runs = with.count("runs");
    broken(Stress.of(() -> fresh(pair.broken), runs), record);
    record.progress(1, 3);
    mended(Stress.of(() -> fresh(pair.mended), runs), record);
    record.progress(2, 3);
    explore(pair, record);
  }

  private static void broken(Stress seen, Recorder record) {
    var stuck = seen.stuck() ? 1 : 0;
    var good = seen.runs() - seen.failures();
    record.outcome("broken", "good", ACCEPTABLE, good, "good luck");
    record.outcome("broken", "failed", INTERESTING, seen.failures(), "bad luck");
    record.outcome("broken", "stuck", INTERESTING, stuck, "waits for ever");
    if (!seen.first().isEmpty()) {
      record.fact("first failure", seen.first());
    }
    var bad = seen.failures() + stuck;
    record.answer("%.0f".formatted(1e5 * bad / (good + bad)));
  }

  private static void mended(Stress seen, Recorder record) {
    record.outcome("mended", "good", ACCEPTABLE, seen.runs() - seen.failures(), "as it must");
    record.outcome("mended", "failed", FORBIDDEN, seen.failures(), "would be a fault");
    record.claim(
        "The mended program holds in every real run.",
        seen.failures() == 0 && !seen.stuck(),
        "%,d runs, %,d failed".formatted(seen.runs(), seen.failures()));
  }

  private static void explore(Pair pair, Recorder record) {
    var found = Explorer.explore(Subject.of(pair.broken), Budget.DEFAULT);
    record.claim(
        "The explorer finds a schedule that breaks the broken program.",
        found instanceof Verdict.Fails,
        found instanceof Verdict.Fails fails
            ? "found within %,d schedules: %s".formatted(fails.schedules(), fails.says())
            : found.says());
    var proof = Explorer.explore(Subject.of(pair.mended), Budget.DEFAULT);
    record.claim(
        "The explorer finds none that breaks the mended one.",
        proof instanceof Verdict.Holds holds && holds.complete(),
        proof.says());
  }

  private static Scenario fresh(Class<? extends Scenario> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalStateException(type + " has no public constructor", wrong);
    }
  }

  @Override
  public final String explanation() {
    return """
    Real threads take whatever schedule the system happens to give them, and nearly always it is a
    harmless one. A hundred thousand good runs say little: the bad schedule may need one switch at
    one place between two instructions. On another machine, or under load, the same program fails
    every day.

    The explorer runs the same code with one thread at a time and decides itself who goes on, so it
    can try *every* order, those with few switches first. For the broken program it shows the
    schedule that fails, the same one each time. For the mended one it can say what no number of
    lucky runs can: there is none, up to so many switches.
    """;
  }
}
