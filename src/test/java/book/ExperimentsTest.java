package book;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Result;
import workbook.RunPlan;
import workbook.json.ResultJson;
import workbook.json.Schema;
import workbook.run.Run;
import workbook.usecase.Book;

/// Every experiment of the book runs in a fresh JVM, with values that keep it short, and what it
/// claims holds: three times in a row, a warm-up among them where a learner's run has some, or once
/// where a learner's run is a single one, too.
///
/// A few run at a time, because many spend their time waiting.
@Tag("slow")
class ExperimentsTest {
  private static final int TIMES = 3;
  private static final int RUNS_AT_ONCE = 3;
  private static final Duration LONG = Duration.ofMinutes(30);

  private static ExecutorService runs;

  @BeforeAll
  static void open() {
    runs = Executors.newFixedThreadPool(RUNS_AT_ONCE);
  }

  @AfterAll
  static void close() {
    runs.shutdownNow();
    runs.close();
  }

  @TestFactory
  Stream<DynamicTest> everyExperimentKeepsItsWord() {
    return Contents.LESSONS.stream()
        .flatMap(lesson -> Book.experiments(lesson).stream())
        .map(ExperimentsTest::test)
        .toList()
        .stream();
  }

  /// Of a run that begins as soon as there is room for it.
  private static DynamicTest test(Book.ExperimentRef ref) {
    var result = runs.submit(() -> result(ref));
    return dynamicTest(ref.name(), () -> check(ref, result.get()));
  }

  private static Result result(Book.ExperimentRef ref) throws InterruptedException {
    var experiment = ref.experiment();
    var plan = brief(experiment.plan());
    return Run.start(ref.name(), experiment, small(experiment), plan, _ -> {}).await();
  }

  private static void check(Book.ExperimentRef ref, Result result) {
    var seen = result.observations();
    assumeFalse(seen.claims().isEmpty() && wasSkipped(seen), () -> "" + seen.notes());
    assertAll(ref.name(), () -> keepsItsWord(ref, result));
  }

  private static RunPlan brief(RunPlan learners) {
    if (learners.repeats() == 1) {
      return learners.within(LONG);
    }
    var warmups = Math.min(1, learners.warmups());
    var repeats = Math.min(TIMES - warmups, learners.repeats());
    return new RunPlan(learners.freshJvm(), warmups, repeats, LONG);
  }

  private static void keepsItsWord(Book.ExperimentRef ref, Result result) {
    var experiment = ref.experiment();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    var json = ResultJson.write(result, experiment.parameters());
    assertEquals(List.of(), Schema.RESULT.faults(json));
    assertEquals(result, ResultJson.read(json));
    var seen = result.observations();
    assertEquals(List.of(), seen.claims().stream().filter(claim -> !claim.held()).toList());
    assertFalse(seen.claims().isEmpty(), "it claims nothing");
    assertAnswers(ref, seen);
    for (var series : seen.series()) {
      assertTrue(
          series.points().stream().allMatch(point -> point.at() == 0)
              || Chart.axis(experiment.charts(), List.of(series)).isPresent(),
          "no chart names the axis of " + series.quantity());
    }
    for (var chart : experiment.charts()) {
      assertTrue(hasData(chart, seen), "nothing to draw for " + chart);
    }
  }

  /// A twin in Python has nothing to show where there is no Python, and says so.
  private static boolean wasSkipped(Observations seen) {
    return seen.notes().stream().anyMatch(note -> note.contains("was skipped"));
  }

  /// The least of everything, but two of what is counted: one thread races with nobody.
  private static Parameters small(Experiment experiment) {
    var values = new LinkedHashMap<String, String>();
    for (var parameter : experiment.parameters()) {
      values.put(parameter.name(), small(parameter));
    }
    return Parameters.of(experiment.parameters(), values);
  }

  private static String small(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Count count -> Integer.toString(Math.clamp(2, count.min(), count.max()));
      case Parameter.Choice choice -> choice.fallback();
      case Parameter.Toggle toggle -> toggle.fallback();
    };
  }

  /// Whatever the settings, a run answers, or says why it cannot. It answers in the words of the
  /// page when the page asks about these settings.
  private static void assertAnswers(Book.ExperimentRef ref, Observations seen) {
    var answer = seen.answer();
    assertFalse(answer.isBlank(), "it answers nothing");
    if (answer.equals(Findings.CANNOT_TELL)) {
      assertFalse(seen.notes().isEmpty(), "it does not say why it cannot tell");
      return;
    }
    switch (ref.step().question()) {
      case Question.Choice choice ->
          assertTrue(
              choice.options().contains(answer) || ref.step(small(ref.experiment())).isEmpty(),
              "not one of the options: " + answer);
      case Question.Number _ -> assertTrue(Double.isFinite(Double.parseDouble(answer)), answer);
    }
  }

  private static boolean hasData(Chart chart, Observations seen) {
    return switch (chart) {
      case Chart.Bars bars -> !seen.of(bars.quantity()).isEmpty();
      case Chart.Lines lines -> !seen.of(lines.quantity()).isEmpty();
      case Chart.Distribution distribution -> !seen.of(distribution.quantity()).isEmpty();
      case Chart.Timeline _ -> !seen.spans().isEmpty();
      case Chart.Conversation talk ->
          seen.turns().stream().anyMatch(event -> talk.parties().contains(event.party()));
      case Chart.Outcomes _ -> !seen.outcomes().isEmpty();
    };
  }
}
