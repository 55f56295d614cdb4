package _06_cpu.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series;
import workbook.Series.Point;

/// How much each worker had to do.
final class SplitFindings {
  static final String SURPLUS = "work above an even share";
  static final String ODD_EVEN = "odd or even";

  static final String STEPS = "steps of Collatz";
  private static final String ALL = "all numbers, one worker";

  private SplitFindings() {}

  static void record(String how, List<SplitPart> parts, long whole, Recorder record) {
    var most = parts.stream().mapToLong(SplitPart::steps).max().orElseThrow();
    var last = parts.stream().mapToLong(SplitPart::ended).max().orElseThrow();
    for (var at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      record.sample(STEPS, "steps", how, at + 1, part.steps());
      record.span(how + ", worker " + (at + 1), "computes", 0, part.ended());
      record.span(how + ", worker " + (at + 1), "waits for the others", part.ended(), last);
    }
    record.sample(STEPS, "steps", ALL, 1, whole);
    record.sample(SURPLUS, "%", how, 100.0 * most * parts.size() / whole - 100);
  }

  static Findings of(int workers, Observations seen) {
    var whole = seen.samples(STEPS, ALL, 1).map(Point::median).orElse(0.0);
    var splits = seen.of(STEPS).stream().filter(one -> !one.name().equals(ALL)).toList();
    var wrong = splits.stream().filter(one -> mean(one) != whole).map(Series::name).toList();
    return answer(workers, seen)
        .claim(
            "However the numbers are split, each is computed once.",
            !splits.isEmpty() && wrong.isEmpty(),
            wrong.isEmpty() ? "%,.0f steps each time".formatted(whole) : "another sum: " + wrong);
  }

  /// The steps of all workers together, on average of the repeats.
  private static double mean(Series split) {
    var samples = split.points().stream().flatMap(point -> point.samples().stream());
    var repeats = split.points().getFirst().samples().size();
    return samples.mapToDouble(Double::doubleValue).sum() / repeats;
  }

  private static Findings answer(int workers, Observations seen) {
    var odd = seen.samples(STEPS, ODD_EVEN, 1);
    var even = seen.samples(STEPS, ODD_EVEN, 2);
    if (workers != 2 || odd.isEmpty() || even.isEmpty()) {
      return Findings.cannotTell(
          "The question is about two workers, and there were %,d. Run it with --workers 2."
              .formatted(workers));
    }
    var more = odd.get().median() - even.get().median();
    return Findings.answer(
        more > 0
            ? "the one with the odd numbers"
            : more < 0 ? "the one with the even numbers" : "both have the same amount to do");
  }
}
