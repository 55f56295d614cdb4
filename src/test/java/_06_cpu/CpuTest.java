package _06_cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _06_cpu.lab.AmdahlTiming;
import _06_cpu.lab.CountdownTiming;
import _06_cpu.lab.SpeedUpTiming;
import _06_cpu.lab.SplitBalance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Experiment;
import workbook.Observations;
import workbook.Parameters;
import workbook.Result;
import workbook.RunPlan;
import workbook.Series;
import workbook.run.Run;

/// Lesson 06 keeps its word, beyond what each experiment claims itself. Who is faster is never
/// required here.
@Tag("fast")
class CpuTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 7", "27, 111", "837799, 524", "63728127, 949"})
  void theStepsAreThoseOfTheProblem(long start, int steps) {
    assertEquals(steps, Collatz.steps(start));
  }

  @Test
  void aRangeHasTheStepsOfItsNumbers() {
    assertEquals(0 + 1 + 7 + 2, Collatz.steps(1, 4));
    assertEquals(7, Collatz.steps(3, 3));
    assertEquals(0, Collatz.steps(4, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 999, 1_000, 1_001, 7_777})
  void everyNumberIsInOneShare(long most) {
    for (var workers : List.of(1, 2, 3, 10)) {
      var sum = Share.deal(most, workers).stream().mapToLong(Share::call).sum();
      assertEquals(Collatz.steps(1, most), sum, workers + " workers");
    }
  }

  @Test
  void theSplitsAreAsUnevenAsTheTextSays() throws Exception {
    var seen = run(new SplitBalance(), Map.of("workers", "2", "numbers", "1000"));
    var surplus = seen.of("work above an even share");
    assertEquals(5.45, medianOf(surplus, "one block each"), 0.005);
    assertEquals(4.69, medianOf(surplus, "odd or even"), 0.005);
    assertEquals(0.043, medianOf(surplus, "small blocks"), 0.0005);
    assertEquals("the one with the odd numbers", seen.answer());
  }

  @Test
  void theLawIsAmdahls() throws Exception {
    var seen = run(new AmdahlTiming(), Map.of("workers", "3", "numbers", "1"));
    var law = find(seen.of("speed-up"), "Amdahl's law").points();
    var half = law.stream().filter(point -> point.at() == 50).findFirst().orElseThrow();
    assertEquals(1.5, half.median(), 1e-9); // 1/2 + 1/6 of the time
  }

  @Test
  void theIdealEndsWithTheCores() throws Exception {
    var cores = Runtime.getRuntime().availableProcessors();
    var seen = run(new SpeedUpTiming(), Map.of("workers", "3", "numbers", "1"));
    var ideal = find(seen.of("speed-up"), "ideal").points();
    assertEquals(
        Stream.of(1, 2, 3).map(workers -> (double) Math.min(workers, cores)).toList(),
        ideal.stream().map(Series.Point::median).toList());
  }

  @Test
  void theRecordedFiguresStandBesideTheMeasuredOnes() throws Exception {
    var seen = run(new CountdownTiming(), Map.of("java", "1", "python", "1"));
    var threads = seen.fact("elsewhere, two threads");
    assertEquals(Optional.of("19.48 s (Python, from 100 million)"), threads);
  }

  private static double medianOf(List<Series> series, String name) {
    return find(series, name).points().getFirst().median();
  }

  private static Series find(List<Series> series, String name) {
    return series.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = RunPlan.once().inThisJvm().within(Duration.ofMinutes(10));
    var result = Run.start("cpu/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    var claims = result.observations().claims();
    assertTrue(claims.stream().allMatch(claim -> claim.held()), claims::toString);
    return result.observations();
  }
}
