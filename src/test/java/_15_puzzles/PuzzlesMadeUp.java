package _15_puzzles;

import static book.MadeUp.answering;
import static workbook.Findings.CANNOT_TELL;
import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import workbook.Recorder;

/// What the experiments of lesson 15 could have observed.
public final class PuzzlesMadeUp implements MadeUp.OfLesson {
  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "starvation", starvation(),
        "priority-inversion", priorityInversion(),
        "planted-deadlock", plantedDeadlock());
  }

  private static List<MadeUp> starvation() {
    return List.of(
        answering("all of them", record -> readers(record, 10, 0, 0)),
        answering("some of them", record -> readers(record, 4, 6, 1)),
        answering("none", record -> readers(record, 0, 10, 0)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void readers(Recorder record, int before, int after, int overtaking) {
    record.outcome("readers first", "before it", INTERESTING, before, "");
    record.outcome("readers first", "after it", ACCEPTABLE, after, "");
    record.outcome("writers first", "before it", FORBIDDEN, overtaking, "");
    record.outcome("writers first", "after it", ACCEPTABLE, 10 - overtaking, "");
  }

  private static List<MadeUp> priorityInversion() {
    return List.of(
        answering("longer", record -> waits(record, 10, 40, 0)),
        answering("about as long", record -> waits(record, 10, 10, 0)),
        answering("shorter", record -> waits(record, 40, 10, 1)),
        answering(CANNOT_TELL, record -> record.outcome("high after low", ACCEPTABLE, 3, "")),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void waits(Recorder record, double alone, double beside, int tooEarly) {
    record.sample("wait for the lock", "ms", "low and high", alone);
    record.sample("wait for the lock", "ms", "low, medium and high", beside);
    record.outcome("high after low", ACCEPTABLE, 2 - tooEarly, "");
    record.outcome("high before low", FORBIDDEN, tooEarly, "");
  }

  private static List<MadeUp> plantedDeadlock() {
    return List.of(
        answering(
            "only the file that Thread.dump_to_file writes",
            record -> shown(record, 2, 0, 0, 2, 0)),
        answering("all four", record -> shown(record, 2, 2, 2, 2, 2)),
        answering("none", record -> shown(record, 1, 0, 1, 1, 0)),
        answering(CANNOT_TELL, record -> shown(record, 2, 0, 2, 2, 0)),
        answering(CANNOT_TELL, _ -> {}));
  }

  private static void shown(
      Recorder record, int platform, int bean, int print, int file, int recorder) {
    for (var report : List.of("ThreadMXBean", "jstack", "Thread.dump_to_file", "JFR")) {
      record.outcome("platform threads", report, ACCEPTABLE, platform, "");
    }
    record.outcome("virtual threads", "ThreadMXBean", ACCEPTABLE, bean, "");
    record.outcome("virtual threads", "jstack", ACCEPTABLE, print, "");
    record.outcome("virtual threads", "Thread.dump_to_file", ACCEPTABLE, file, "");
    record.outcome("virtual threads", "JFR", ACCEPTABLE, recorder, "");
  }
}
