package _12_async.lab;

import java.util.Arrays;
import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// How much more an item of a coroutine costs than one of an iterator.
final class GeneratorFindings {
  static final String TIME = "time for one item";
  static final String BY_HAND = "iterator by hand";
  static final String STREAM = "iterator of a stream";
  static final String COROUTINE = "coroutine, called from a virtual thread";
  static final String PLATFORM = "coroutine, called from a platform thread";
  static final String MEANS_JAVA = "10, 20 and 60 sent, Java";
  static final String MEANS_PYTHON = "10, 20 and 60 sent, Python";

  private static final String MEANS = "[10.0, 15.0, 30.0]";
  private static final int LITTLE = 10;
  private static final int MUCH = 1_000;

  private GeneratorFindings() {}

  /// @param lines what `generators.py` printed; none where there is no Python
  static void recordPython(List<String> lines, Recorder record) {
    for (var line : lines) {
      var cells = line.split("\t");
      switch (cells[0]) {
        case "iterator", "generator" ->
            record.sample(TIME, "ns", "Python, " + cells[0], Double.parseDouble(cells[1]));
        case "mean" ->
            record.fact(MEANS_PYTHON, Arrays.asList(cells).subList(1, cells.length).toString());
        default -> record.fact("interpreter", line);
      }
    }
  }

  static Findings of(Observations seen) {
    var means = seen.fact(MEANS_JAVA).orElse("nothing");
    var findings =
        answer(seen)
            .claim(
                "A coroutine receives as well: it answers each number with the mean so far.",
                means.equals(MEANS),
                "it answered " + means);
    var python = seen.fact(MEANS_PYTHON);
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's coroutine answers the same.",
            python.get().equals(MEANS),
            "it answered " + python.get());
  }

  private static Findings answer(Observations seen) {
    var hand = seen.samples(TIME, BY_HAND);
    var coroutine = seen.samples(TIME, COROUTINE);
    if (hand.isEmpty() || coroutine.isEmpty()) {
      return Findings.cannotTell("The run ended before both were measured. Run it again.");
    }
    var least = inWords(coroutine.get().quantile(0.25) / hand.get().quantile(0.75));
    var most = inWords(coroutine.get().quantile(0.75) / hand.get().quantile(0.25));
    return least.equals(most)
        ? Findings.answer(least)
        : Findings.cannotTell("It may be %s, or %s: run it again.".formatted(least, most));
  }

  private static String inWords(double ratio) {
    if (ratio < LITTLE) {
      return "less than 10 times as much";
    }
    return ratio < MUCH ? "10 to 1,000 times as much" : "over 1,000 times as much";
  }
}
