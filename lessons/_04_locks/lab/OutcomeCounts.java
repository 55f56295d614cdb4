package _04_locks.lab;

import workbook.Observations;
import workbook.Outcome;

/// How often an outcome of one group was seen.
final class OutcomeCounts {
  private OutcomeCounts() {}

  static long of(Observations seen, String group, String outcome) {
    return seen.outcomes().stream()
        .filter(one -> one.group().equals(group) && one.seen().equals(outcome))
        .mapToLong(Outcome::count)
        .sum();
  }
}
