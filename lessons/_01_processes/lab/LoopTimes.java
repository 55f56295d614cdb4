package _01_processes.lab;

import workbook.Findings;
import workbook.Observations;

/// How long a loop ran, and how much of that time it used a processor.
final class LoopTimes {
  static final String LOOP = "loop ";
  static final String TIME = "from the first line to the last";
  static final String PASSED = "time that passed";
  static final String USED = "processor time";
  static final String THEN = "after its last line the loop";

  /// Linux counts processor time in ticks of 10 ms: twenty of them are the least that tell.
  private static final int LEAST_MS = 200;

  static Findings findings(Observations seen) {
    var lines = seen.transcript().stream().filter(one -> one.speaker().startsWith(LOOP)).toList();
    var first = lines.isEmpty() ? "no line" : lines.getFirst().text();
    var then = seen.fact(THEN).orElse("not seen");
    return answer(seen)
        .claim(
            "Every line shows the same number: that of the process.",
            !lines.isEmpty()
                && lines.stream()
                    .allMatch(one -> (LOOP + one.text()).startsWith(one.speaker() + " ")),
            "%d lines, the first: %s".formatted(lines.size(), first))
        .claim("The loop goes on until somebody ends it.", then.equals("goes on"), then);
  }

  private static Findings answer(Observations seen) {
    var passed = Readings.median(seen, TIME, PASSED);
    if (passed < LEAST_MS || seen.samples(TIME, USED).isEmpty()) {
      return Findings.cannotTell("Too little time passed. Choose more lines or a longer pause.");
    }
    var share = Readings.median(seen, TIME, USED) / passed;
    if (share < 0.15) {
      return Findings.answer("hardly any of the time");
    }
    return Findings.answer(share < 0.75 ? "about half of the time" : "all the time");
  }

  private LoopTimes() {}
}
