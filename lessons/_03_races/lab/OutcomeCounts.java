package _03_races.lab;

import java.util.List;
import workbook.Observations;
import workbook.Outcome;

/// How the trials of one program ended. Nothing is true of a program that was never tried.
record OutcomeCounts(List<Outcome> outcomes) {
  /// @param program the group of the outcomes; empty where there is but one
  static OutcomeCounts of(String program, Observations seen) {
    return new OutcomeCounts(
        seen.outcomes().stream().filter(one -> one.group().equals(program)).toList());
  }

  long trials() {
    return outcomes.stream().mapToLong(Outcome::count).sum();
  }

  long of(String outcome) {
    return outcomes.stream()
        .filter(one -> one.seen().equals(outcome))
        .mapToLong(Outcome::count)
        .sum();
  }

  private long forbidden() {
    return outcomes.stream()
        .filter(one -> one.expected() == Outcome.Expectation.FORBIDDEN)
        .mapToLong(Outcome::count)
        .sum();
  }

  boolean nothingForbidden() {
    return trials() > 0 && forbidden() == 0;
  }

  String evidence() {
    return "%,d of %,d trials ended in a forbidden way".formatted(forbidden(), trials());
  }
}
