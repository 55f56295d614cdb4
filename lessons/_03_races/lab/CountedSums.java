package _03_races.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// What one program counted, each time it ran. Nothing is true of a program that never did.
record CountedSums(List<Double> sums) {
  static final String QUANTITY = "counted";

  static CountedSums of(String program, Observations seen) {
    return new CountedSums(seen.samples(QUANTITY, program).map(Point::samples).orElseGet(List::of));
  }

  static void record(String program, int sum, Recorder record) {
    record.sample(QUANTITY, "increments", program, sum);
  }

  boolean areAll(long expected) {
    return !sums.isEmpty() && sums.stream().allMatch(sum -> sum == expected);
  }

  boolean areAtMost(long expected) {
    return !sums.isEmpty() && sums.stream().allMatch(sum -> sum <= expected);
  }

  boolean areEqual() {
    return sums.stream().distinct().count() == 1;
  }

  Findings answer() {
    if (sums.isEmpty()) {
      return Findings.cannotTell("Nothing was counted: run it again, and let it finish.");
    }
    return Findings.answer(areEqual() ? toString() : "a different number each time");
  }

  String evidence(long asked) {
    return "asked for %,d, counted %s".formatted(asked, this);
  }

  @Override
  public String toString() {
    return sums.stream()
        .distinct()
        .map(sum -> String.format(Locale.ROOT, "%,.0f", sum)) // as the page writes its choices
        .collect(Collectors.joining(" and "));
  }
}
