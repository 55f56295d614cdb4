package bench;

import book.Contents;
import java.util.HashSet;
import workbook.Lesson;
import workbook.Parameters;
import workbook.Result;
import workbook.run.Run;

/// Whether the experiments of lesson 08 end the same way every time: each runs so many times in
/// this JVM, and its different endings are counted.
final class Timeouts {
  private static final int TIMES = 30;
  private static final String LESSON = "timeouts";

  private Timeouts() {}

  /// Prints a line for each experiment.
  static void print() throws InterruptedException {
    for (var experiment : lesson().experiments()) {
      var endings = new HashSet<String>();
      var held = 0;
      for (var time = 0; time < TIMES; time++) {
        var with = Parameters.defaults(experiment.parameters());
        var plan = experiment.plan().inThisJvm();
        var name = LESSON + "/" + experiment.id();
        var result = Run.start(name, experiment, with, plan, _ -> {}).await();
        endings.add(ending(result));
        held += result.observations().everyClaimHeld() ? 1 : 0;
      }
      System.out.printf(
          "timeouts: %s: %d runs, all claims held in %d, different endings %d%n",
          experiment.id(), TIMES, held, endings.size());
      endings.forEach(ending -> System.out.println("  " + ending));
    }
  }

  private static Lesson lesson() {
    return Contents.LESSONS.stream()
        .filter(one -> one.name().equals(LESSON))
        .findFirst()
        .orElseThrow();
  }

  /// How a run ended, without what differs from run to run: times and amounts.
  private static String ending(Result result) {
    var seen = result.observations();
    return "%s, %s, %s"
        .formatted(
            result.ending(),
            seen.answer(),
            seen.outcomes().stream()
                .filter(outcome -> outcome.count() > 0)
                .map(outcome -> outcome.seen() + " × " + outcome.count())
                .sorted()
                .toList());
  }
}
