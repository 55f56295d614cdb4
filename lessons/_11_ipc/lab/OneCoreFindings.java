package _11_ipc.lab;

import _11_ipc.SpinPause;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How long a round trip takes on two cores and on one, and what it says.
final class OneCoreFindings {
  static final String ROUND_TRIP = "round trip";

  private static final double FEW = 2;
  private static final double HUNDREDS = 100;
  private static final double BUSY = 1_000; // us: a process on another core answers sooner

  private OneCoreFindings() {}

  static String apart(SpinPause pause) {
    return pause.says() + ", all cores";
  }

  static String together(SpinPause pause) {
    return pause.says() + ", one core";
  }

  static Findings of(Observations seen) {
    var spinning = seen.samples(ROUND_TRIP, together(SpinPause.NONE));
    var answer = answer(seen.samples(ROUND_TRIP, apart(SpinPause.NONE)), spinning);
    var counts = Stream.of(SpinPause.values()).map(pause -> count(pause, seen)).toList();
    var ended =
        answer.claim(
            "However they wait on one core, every message comes back.",
            counts.getFirst() > 0 && Set.copyOf(counts).size() == 1,
            "measured %s times".formatted(counts));
    var yielding = helps("On one core, it helps to yield.", SpinPause.YIELD, ended, seen);
    return helps("On one core, it helps to sleep.", SpinPause.SLEEP, yielding, seen);
  }

  private static int count(SpinPause pause, Observations seen) {
    return seen.samples(ROUND_TRIP, together(pause)).map(one -> one.samples().size()).orElse(0);
  }

  /// One more claim, unless the cores were too busy to tell. What else runs makes a round trip only
  /// longer, so the shortest are compared.
  private static Findings helps(String says, SpinPause pause, Findings all, Observations seen) {
    var with = seen.samples(ROUND_TRIP, together(pause));
    var without = seen.samples(ROUND_TRIP, together(SpinPause.NONE));
    if (with.isEmpty() || without.isEmpty()) {
      return all;
    }
    var shortest = with.get().quantile(0);
    var other = without.get().quantile(0);
    var longer = without.get().clearlyBelow(with.get()) && !isBusy(seen);
    var evidence = "%,.1f µs at least, and without it %,.1f µs".formatted(shortest, other);
    return shortest < other || longer ? all.claim(says, shortest < other, evidence) : all;
  }

  private static boolean isBusy(Observations seen) {
    var apart = seen.samples(ROUND_TRIP, apart(SpinPause.NONE));
    return apart.filter(times -> times.quantile(1) <= BUSY).isEmpty();
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
    var longer = times < HUNDREDS ? "a few times as long" : "hundreds of times as long, or more";
    return Findings.answer(times < FEW ? "about as long" : longer);
  }
}
