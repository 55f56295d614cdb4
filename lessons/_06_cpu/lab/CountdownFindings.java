package _06_cpu.lab;

import static _06_cpu.lab.CountdownTiming.ALONE;
import static _06_cpu.lab.CountdownTiming.THREADS;
import static _06_cpu.lab.CountdownTiming.TIME;
import static _06_cpu.lab.Gain.MUCH;
import static _06_cpu.lab.Gain.UNCLEAR;

import workbook.Findings;
import workbook.Observations;

/// Where two countdowns at once were sooner done.
final class CountdownFindings {
  private static final String PYTHON_ALONE = "Python, " + ALONE;
  private static final String PROCESSES = "Python, two processes";

  private CountdownFindings() {}

  static Findings answer(Observations seen) {
    if (seen.samples(TIME, PYTHON_ALONE).isEmpty()) {
      return Findings.cannotTell("Only Java was measured. Install python3, and run it again.");
    }
    var java = Gain.of(seen, TIME, "Java, " + ALONE, "Java, " + THREADS);
    var python = Gain.of(seen, TIME, PYTHON_ALONE, "Python, " + THREADS);
    if (java == UNCLEAR || python == UNCLEAR || !hadTwoCores(seen, java, python)) {
      return Findings.cannotTell(
          "No second core was free, or the countdowns were too short. Close other programs, raise"
              + " --java and --python, and run it again.");
    }
    if (java == MUCH) {
      return Findings.answer(python == MUCH ? "in Java and in Python" : "only in Java");
    }
    return Findings.answer(python == MUCH ? "only in Python" : "in neither");
  }

  /// Two processes have nothing to wait for, so they show whether a second core was free. Where
  /// there are none, Java's threads do.
  private static boolean hadTwoCores(Observations seen, Gain java, Gain python) {
    return python == MUCH
        || (seen.samples(TIME, PROCESSES).isPresent()
            ? Gain.of(seen, TIME, PYTHON_ALONE, PROCESSES) == MUCH
            : java == MUCH);
  }
}
