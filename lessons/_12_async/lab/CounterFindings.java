package _12_async.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What three counters that sleep on one loop say, and how long they take.
///
/// @param pause how long each of them sleeps, in milliseconds
record CounterFindings(Observations seen, int pause) {
  private static final List<String> ANSWERS =
      List.of("as long as one", "as long as two", "as long as all three in a row");

  Findings findings(boolean await) {
    var java = sleeps(Said.JAVA);
    var python = Said.by(Said.PYTHON, seen);
    var findings = await ? together(answer(java)) : inARow(answer(java));
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's three say the same, in the same order.",
            python.equals(Said.by(Said.JAVA, seen)),
            Said.list(python));
  }

  private Findings answer(long sleeps) {
    if (sleeps > 1 && isTogether()) {
      return Findings.cannotTell(
          "All three slept at the same time, and yet it took as long as %,d sleeps: the machine is"
                  .formatted(sleeps)
              + " busy. Close other programs, and run it again.");
    }
    return sleeps >= 1 && sleeps <= ANSWERS.size()
        ? Findings.answer(ANSWERS.get((int) sleeps - 1))
        : Findings.cannotTell("The three took far too long. Is the machine very busy?");
  }

  private Findings together(Findings findings) {
    return findings.claim("All three say one before any says two.", isTogether(), said());
  }

  private boolean isTogether() {
    return isSaid("one", "one", "one", "two", "two", "two");
  }

  private Findings inARow(Findings findings) {
    var held = isSaid("one", "two", "one", "two", "one", "two");
    return findings.claim("Each says two before the next says one.", held, said());
  }

  private boolean isSaid(String... words) {
    return Said.eachTime(List.of(words), Said.JAVA, seen);
  }

  private String said() {
    var words = Said.by(Said.JAVA, seen);
    return words.isEmpty() ? "nothing" : String.join(" ", words);
  }

  /// How many sleeps in a row the time is, to the nearest whole number.
  private long sleeps(String language) {
    var seconds = seen.samples(CounterGatherTiming.TIME, language).map(Point::median).orElse(0.0);
    return Math.round(seconds * 1_000 / pause);
  }
}
