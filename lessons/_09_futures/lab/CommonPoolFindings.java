package _09_futures.lab;

import java.util.List;
import java.util.Objects;
import workbook.Findings;
import workbook.Observations;

/// What a parallel stream loses when the workers of the common pool are blocked.
final class CommonPoolFindings {
  static final String TIME = "time for the sum";
  static final String THREADS = "threads that computed";
  static final String ALONE = "sequential stream";
  static final String FREE = "parallel stream";
  static final String BLOCKED = "parallel stream, workers blocked";

  private CommonPoolFindings() {}

  static Findings of(Observations seen) {
    var most = seen.samples(THREADS, BLOCKED).map(all -> all.quantile(1)).orElse(0.0);
    var sums =
        List.of(ALONE, FREE, BLOCKED).stream().map(way -> seen.fact("sum, " + way).orElse(null));
    var different = sums.distinct().filter(Objects::nonNull).toList();
    return answer(seen)
        .claim(
            "While the workers are blocked, the caller computes alone.",
            most == 1,
            "%.0f threads at most".formatted(most))
        .claim(
            "The sum is the same in all three ways.", different.size() == 1, different.toString());
  }

  private static Findings answer(Observations seen) {
    var alone = seen.samples(TIME, ALONE);
    var free = seen.samples(TIME, FREE);
    var blocked = seen.samples(TIME, BLOCKED);
    if (alone.isEmpty() || free.isEmpty() || blocked.isEmpty()) {
      return Findings.cannotTell("Nothing was measured. Run it again.");
    }
    if (!free.get().clearlyBelow(alone.get())) {
      return Findings.cannotTell(
          "The parallel stream was no faster to begin with: close other programs, and run it"
              + " again.");
    }
    if (blocked.get().quantile(0) > 3 * alone.get().median()) {
      return Findings.answer("it waits until the worker is free");
    }
    return free.get().clearlyBelow(blocked.get())
        ? Findings.answer("about as slow as a sequential one")
        : Findings.answer("as fast as before");
  }
}
