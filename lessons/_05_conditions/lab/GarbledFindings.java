package _05_conditions.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;
import workbook.Recorder;

/// Which lines came first on the screen.
final class GarbledFindings {
  static final String FIRST = "process data: 1 0";
  static final String SECOND = "process data: 2 1";
  static final String GARBLED = "process data:process data: 1 0";

  private GarbledFindings() {}

  static void count(String group, String line, Outcome.Expectation ifGarbled, Recorder record) {
    record.outcome(group, FIRST, ACCEPTABLE, line.equals(FIRST) ? 1 : 0, "worker 1's line");
    record.outcome(group, SECOND, ACCEPTABLE, line.equals(SECOND) ? 1 : 0, "worker 2's line");
    record.outcome(group, GARBLED, ifGarbled, line.equals(GARBLED) ? 1 : 0, "parts of both");
  }

  static Findings of(Observations seen) {
    var first = GroupCount.of("three writes", FIRST, seen);
    var second = GroupCount.of("three writes", SECOND, seen);
    var garbled = GroupCount.of("three writes", GARBLED, seen);
    var whole = GroupCount.of("one write", FIRST, seen) + GroupCount.of("one write", SECOND, seen);
    var broken = GroupCount.of("one write", GARBLED, seen);
    return answer(first, second, garbled)
        .claim(
            "With three writes, worker 1's line lands inside worker 2's.",
            garbled > 0 && first + second == 0,
            "in %,d of %,d trials".formatted(garbled, garbled + first + second))
        .claim(
            "With one write, both lines stay whole.",
            whole > 0 && broken == 0,
            "in %,d of %,d trials".formatted(whole, whole + broken));
  }

  private static Findings answer(long first, long second, long garbled) {
    if (first + second + garbled == 0) {
      return Findings.cannotTell("No line was printed. Run it again.");
    }
    if (garbled >= Math.max(first, second)) {
      return Findings.answer(GARBLED);
    }
    return Findings.answer(first > second ? FIRST : SECOND);
  }
}
