package _11_ipc.lab;

import _11_ipc.SpinPause;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How long a round trip takes on two cores and on one, and what it says.
final class OneCoreFindings {
  static final String ROUND_TRIP = "round trip";
  static final int REPEATS = 5;

  private static final double FEW = 2;
  private static final double HUNDREDS = 100;

  /// In microseconds: a process on another core answers sooner.
  private static final double BUSY = 1_000;

  private OneCoreFindings() {}

  static String apart(SpinPause pause) {
    return pause.says() + ", all cores";
  }

  static String together(SpinPause pause) {
    return pause.says() + ", one core";
  }

  static Findings of(Observations seen) {
    var spinning = seen.samples(ROUND_TRIP, together(SpinPause.NONE));
    return answer(seen.samples(ROUND_TRIP, apart(SpinPause.NONE)), spinning)
        .claim(
            "On one core, it helps to let the other process run.",
            below(seen.samples(ROUND_TRIP, together(SpinPause.YIELD)), spinning),
            evidence(SpinPause.YIELD, seen))
        .claim(
            "On one core, it helps to sleep.",
            below(seen.samples(ROUND_TRIP, together(SpinPause.SLEEP)), spinning),
            evidence(SpinPause.SLEEP, seen));
  }

  private static Findings answer(Optional<Point> apart, Optional<Point> together) {
    if (apart.isEmpty() || together.isEmpty()) {
      return Findings.cannotTell(
          "It takes two cores and the program taskset to compare. The notes say what is missing.");
    }
    var times = together.get().median() / apart.get().median();
    var overlap = times >= FEW && !apart.get().clearlyBelow(together.get());
    if (overlap || apart.get().median() > BUSY) {
      return Findings.cannotTell(
          "The cores are busy with something else, as the times on all cores show. Run it later.");
    }
    if (times < FEW) {
      return Findings.answer("about as long");
    }
    return Findings.answer(
        times < HUNDREDS ? "a few times as long" : "hundreds of times as long, or more");
  }

  private static boolean below(Optional<Point> one, Optional<Point> other) {
    return one.isPresent() && other.isPresent() && one.get().clearlyBelow(other.get());
  }

  private static String evidence(SpinPause pause, Observations seen) {
    return "%s, and without it %s"
        .formatted(micros(together(pause), seen), micros(together(SpinPause.NONE), seen));
  }

  private static String micros(String series, Observations seen) {
    return seen.samples(ROUND_TRIP, series)
        .map(point -> "%,.1f us".formatted(point.median()))
        .orElse("not measured");
  }
}
