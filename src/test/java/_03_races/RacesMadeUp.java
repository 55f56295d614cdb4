package _03_races;

import static book.MadeUp.answering;
import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import book.MadeUp;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import workbook.Findings;
import workbook.Recorder;

/// What the experiments of lesson 03 could have observed.
public final class RacesMadeUp implements MadeUp.OfLesson {
  private static final String LOST = "lost updates";

  @Override
  public Map<String, List<MadeUp>> experiments() {
    return Map.of(
        "lost-for-certain", atABarrier(),
        "with-a-lock", withALock(),
        "check-then-act", checkThenAct(),
        "two-increments", twoIncrements(),
        "lost-updates", lostUpdates(),
        "warmed-up", warmedUp(),
        "gil-twin", gilTwin(),
        "stress-or-explore", stressOrExplore());
  }

  private static List<MadeUp> atABarrier() {
    return List.of(
        answering("1,000", counted("read, meet, write", 1_000).andThen(counted("one step", 2_000))),
        answering("2,000", counted("read, meet, write", 2_000).andThen(counted("one step", 1_999))),
        answering("a different number each time", counted("read, meet, write", 1_000, 1_200)),
        answering(Findings.CANNOT_TELL, _ -> {}));
  }

  private static List<MadeUp> withALock() {
    var small = new String[] {"threads=2", "increments=100"};
    return List.of(
        answering(
            "less, and different each time",
            counted("no lock", 120, 140, 160).andThen(counted("lock", 200, 200, 200)),
            small),
        answering(
            "less, and the same each time",
            counted("no lock", 120, 120, 120).andThen(counted("lock", 200, 200, 199)),
            small),
        answering("the full sum, each time", counted("no lock", 200, 200, 200), small),
        answering(
            "sometimes too much, sometimes too little", counted("no lock", 180, 201, 190), small),
        answering(Findings.CANNOT_TELL, counted("no lock", 120), small));
  }

  private static Consumer<Recorder> counted(String program, double... sums) {
    return record -> {
      for (var sum : sums) {
        record.sample("counted", "increments", program, sum);
      }
    };
  }

  private static List<MadeUp> checkThenAct() {
    return List.of(
        answering("sometimes", sold("two calls", 70, 30, 0).andThen(sold(LOCKED, 100, 0, 0))),
        answering("every time", sold("two calls", 0, 100, 0).andThen(sold(LOCKED, 99, 1, 0))),
        answering("never", met("two calls", 90).andThen(sold("two calls", 99, 0, 1))),
        answering(
            Findings.CANNOT_TELL, met("two calls", 10).andThen(sold("two calls", 100, 0, 0))));
  }

  private static final String LOCKED = "one lock";

  private static Consumer<Recorder> sold(String program, long once, long twice, long never) {
    return record -> {
      record.outcome(program, "sold once", ACCEPTABLE, once, "");
      var expected = program.equals(LOCKED) ? FORBIDDEN : INTERESTING;
      record.outcome(program, "sold twice", expected, twice, "");
      record.outcome(program, "never sold", FORBIDDEN, never, "");
    };
  }

  private static Consumer<Recorder> met(String program, double percent) {
    return record -> record.sample("trials with both threads running", "%", program, percent);
  }

  private static List<MadeUp> twoIncrements() {
    var met = met("both threads", 90);
    return List.of(
        answering("(1, 2), (2, 1) and (1, 1)", pairs(40, 40, 20, 0)),
        answering("all four, with (2, 2)", pairs(40, 40, 19, 1)),
        answering("(1, 2) and (2, 1)", met.andThen(pairs(50, 50, 0, 0)), "counter=atomic"),
        answering("only (1, 2)", met.andThen(pairs(100, 0, 0, 0)), "counter=volatile"),
        answering(Findings.CANNOT_TELL, met("both threads", 1).andThen(pairs(50, 50, 0, 0))));
  }

  private static Consumer<Recorder> pairs(long left, long right, long ones, long twos) {
    return record -> {
      record.outcome("(1, 2)", ACCEPTABLE, left, "");
      record.outcome("(2, 1)", ACCEPTABLE, right, "");
      record.outcome("(1, 1)", INTERESTING, ones, "");
      record.outcome("(2, 2)", FORBIDDEN, twos, "");
    };
  }

  private static List<MadeUp> lostUpdates() {
    return List.of(
        answering("both", lost(30, 60, 0)),
        answering("only the one with the pause", lost(0, 60, 0)),
        answering("only the one without the pause", lost(30, 0, 0.5)),
        answering("neither", lost(0, 0, 0)),
        answering(Findings.CANNOT_TELL, _ -> {}));
  }

  /// What two threads lost, in percent.
  private static Consumer<Recorder> lost(double plain, double pausing, double guarded) {
    return record -> {
      record.sample(LOST, "%", "plain int", 2, plain);
      record.sample(LOST, "%", "plain, pausing", 2, pausing);
      for (var way : List.of("synchronized", "ReentrantLock", "AtomicInteger", "LongAdder")) {
        record.sample(LOST, "%", way, 2, guarded);
      }
    };
  }

  private static List<MadeUp> warmedUp() {
    var met = met("count++", 90);
    return List.of(
        answering("some of it, as before", rounds(10, 10, 364).andThen(roundLost(40))),
        answering("nothing, or exactly half", rounds(350, 34, 0).andThen(roundLost(50))),
        answering("always nothing", met.andThen(rounds(384, 0, 0)).andThen(roundLost(-1))),
        answering(Findings.CANNOT_TELL, met.andThen(rounds(370, 10, 4))),
        answering(Findings.CANNOT_TELL, met("count++", 1).andThen(rounds(384, 0, 0))));
  }

  private static Consumer<Recorder> rounds(long nothing, long half, long some) {
    return record -> {
      record.outcome("nothing", ACCEPTABLE, nothing, "");
      record.outcome("exactly half", INTERESTING, half, "");
      record.outcome("some", INTERESTING, some, "");
    };
  }

  private static Consumer<Recorder> roundLost(double percent) {
    return record -> record.sample(LOST, "%", "count++", 1, percent);
  }

  private static List<MadeUp> gilTwin() {
    return List.of(
        answering("the last two", python(0, 40, 80, 0)),
        answering("all three", python(30, 40, 80, 0.1)),
        answering("none of them", python(0, 0, 0, 0)),
        answering("only the last", python(0, 0, 80, 0)),
        answering(Findings.CANNOT_TELL, python(30, 0, 80, 0)),
        answering(Findings.CANNOT_TELL, _ -> {}));
  }

  private static Consumer<Recorder> python(double plus, double call, double sleep, double lock) {
    return record -> {
      record.sample(LOST, "%", "count += 1", plus);
      record.sample(LOST, "%", "count += int(1)", call);
      record.sample(LOST, "%", "read, sleep(0), write", sleep);
      record.sample(LOST, "%", "with lock: count += int(1)", lock);
    };
  }

  private static List<MadeUp> stressOrExplore() {
    return List.of(
        answering("none of them", stressed(0, 0).andThen(explored("fails within 10", "holds"))),
        answering("fewer than 1 in 1,000", stressed(99, 1)),
        answering("1 in 1,000 to 1 in 10", stressed(100, 0).andThen(explored("holds", "fails"))),
        answering("more than 1 in 10", stressed(50_000, 0)),
        answering(Findings.CANNOT_TELL, _ -> {}));
  }

  /// How many of 100,000 runs failed.
  private static Consumer<Recorder> stressed(long broken, long mended) {
    return record -> {
      record.outcome("broken", "good", ACCEPTABLE, 100_000 - broken, "");
      record.outcome("broken", "failed", INTERESTING, broken, "");
      record.outcome("mended", "good", ACCEPTABLE, 100_000 - mended, "");
      record.outcome("mended", "failed", FORBIDDEN, mended, "");
    };
  }

  private static Consumer<Recorder> explored(String broken, String mended) {
    return record -> {
      record.fact("the explorer on the broken one", broken);
      record.fact("the explorer on the mended one", mended);
    };
  }
}
