package _12_async.lab;

import java.util.List;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// What processes, threads and coroutines cost and do.
final class WaysFindings {
  static final String PROCESSES = "processes";
  static final String THREADS = "threads";
  static final String COROUTINES = "coroutines";
  static final List<String> WAYS = List.of(PROCESSES, THREADS, COROUTINES);

  static final String START = "time to start a job";
  static final String MEMORY = "memory of a job that waits";
  static final String TWO = "time for two that compute, beside one";
  static final String COUNTER = "counter";
  static final String FAILURE = "failure";

  private static final double KIB_OF_A_GIB = 1024 * 1024;

  private WaysFindings() {}

  /// @param lines what the JVM printed that tried this way
  static void record(String way, List<String> lines, Recorder record) {
    for (var line : lines) {
      var cells = line.split("\t");
      switch (cells[0]) {
        case START -> record.sample(START, "us", way, Double.parseDouble(cells[1]));
        case MEMORY -> record.sample(MEMORY, "KiB", way, Double.parseDouble(cells[1]));
        case TWO -> record.sample(TWO, "times", way, Double.parseDouble(cells[1]));
        default -> record.fact(cells[0] + ", " + way, cells[1]);
      }
    }
  }

  static Findings of(Observations seen) {
    return answer(seen)
        .claim("Processes share no variable.", is("0", COUNTER, PROCESSES, seen), counters(seen))
        .claim(
            "Threads and coroutines do.",
            is("2", COUNTER, THREADS, seen) && is("2", COUNTER, COROUTINES, seen),
            counters(seen));
  }

  private static boolean is(String value, String fact, String way, Observations seen) {
    return seen.fact(fact + ", " + way).equals(Optional.of(value));
  }

  private static String counters(Observations seen) {
    var values = WAYS.stream().map(way -> seen.fact(COUNTER + ", " + way).orElse("nothing"));
    return "processes, threads, coroutines: " + String.join(", ", values.toList());
  }

  private static Findings answer(Observations seen) {
    var memory = seen.samples(MEMORY, PROCESSES);
    if (memory.isEmpty()) {
      return Findings.cannotTell("Memory was not measured: only Linux says how much it is.");
    }
    var least = inWords(1_000 * memory.get().quantile(0.25) / KIB_OF_A_GIB);
    var most = inWords(1_000 * memory.get().quantile(0.75) / KIB_OF_A_GIB);
    return least.equals(most)
        ? Findings.answer(least)
        : Findings.cannotTell("It may be %s, or %s: run it again.".formatted(least, most));
  }

  private static String inWords(double gibibytes) {
    if (gibibytes < 1) {
      return "less than 1 GiB";
    }
    return gibibytes < 10 ? "1 to 10 GiB" : "more than 10 GiB";
  }
}
