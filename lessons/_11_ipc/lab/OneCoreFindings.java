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

  /// One more claim, unless the machine is too busy to tell.
  private static Findings helps(String says, SpinPause pause, Findings all, Observations seen) {
    var with = seen.samples(ROUND_TRIP, together(pause));
    var without = seen.samples(ROUND_TRIP, together(SpinPause.NONE));
    if (!below(with, without) && !below(without, with)) {
      return all;
    }
    var evidence =
        "%,.1f µs, and without it %,.1f µs".formatted(with.get().median(), without.get().median());
    return all.claim(says, below(with, without), evidence);
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
}
