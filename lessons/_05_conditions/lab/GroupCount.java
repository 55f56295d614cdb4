package _05_conditions.lab;

import workbook.Observations;
import workbook.Outcome;

/// How often an outcome of one of several programs was seen.
final class GroupCount {
  private GroupCount() {}

  static long of(String group, String outcome, Observations seen) {
    return seen.outcomes().stream()
        .filter(one -> one.group().equals(group) && one.seen().equals(outcome))
        .mapToLong(Outcome::count)
        .sum();
  }
}
