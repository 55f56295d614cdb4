package book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import _01_processes.lab.StartUpCost;
import _03_races.lab.StressRaces;
import _05_conditions.lab.CapacityTiming;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Claim;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Recorder;
import workbook.explore.Verdict;

/// What a machine observes that stops now and then, for as long as it likes, refutes nothing. What
/// is observed where the subject itself fails does.
@Tag("fast")
class BusyMachineTest {
  @Test
  void slowStartsOfThreadsDoNotMakeAJvmQuick() {
    assertEquals(
        List.of(), refuted(new StartUpCost(), starts(120, 2e6, 2e6).andThen(jvms(5e4, 6e4))));
    assertEquals(
        List.of("Even the quickest start of a JVM takes longer than that of a thread."),
        refuted(new StartUpCost(), starts(5e4, 6e4).andThen(jvms(5e4, 100))));
  }

  private static Consumer<Recorder> starts(double... micros) {
    return times("platform thread", micros);
  }

  private static Consumer<Recorder> jvms(double... micros) {
    return times("JVM", micros);
  }

  private static Consumer<Recorder> times(String kind, double... micros) {
    return record -> {
      for (var time : micros) {
        record.sample("time from start to end", "us", kind, time);
      }
    };
  }

  @Test
  void anExplorationThatRanOutOfTimeSaysNothing() {
    var late = explored(new Verdict.NotFinished(7, 1, Duration.ofMinutes(1)).says());
    assertEquals(List.of(), refuted(new StressRaces(), late));
    assertEquals(
        List.of("The explorer had too little time. Close other programs, and run it again."),
        MadeUp.answering("", late).findings(new StressRaces()).notes());
    assertEquals(
        List.of("The explorer finds no schedule that breaks the mended one."),
        refuted(new StressRaces(), explored("too long to explore")));
  }

  private static Consumer<Recorder> explored(String mended) {
    return record -> {
      for (var program : List.of("broken", "mended")) {
        record.outcome(program, "good", Expectation.ACCEPTABLE, 2, "");
      }
      record.fact("the explorer on the broken one", "fails within 2 schedules");
      record.fact("the explorer on the mended one", mended);
    };
  }

  @Test
  void aLongQueueMayBeSlowButLosesNothing() {
    assertEquals(List.of(), refuted(new CapacityTiming(), queue(900, 1.2, 0)));
    assertEquals(
        List.of("However many places there are, each item comes out once, in its turn."),
        refuted(new CapacityTiming(), queue(90_000, 0.01, 1)));
  }

  /// @param perSecond with the longest queue, as are the waits
  private static Consumer<Recorder> queue(double perSecond, double waits, int lost) {
    return record -> {
      record.sample("items passed on", "per s", "one puts, one takes", 1, 1_000);
      record.sample("items passed on", "per s", "one puts, one takes", 1_024, perSecond);
      record.sample("waits for each item", "waits", "one puts, one takes", 1, 0.9);
      record.sample("waits for each item", "waits", "one puts, one takes", 1_024, waits);
      record.outcome("in order", Expectation.ACCEPTABLE, 5_000 - lost, "");
      record.outcome("lost", Expectation.FORBIDDEN, lost, "");
    };
  }

  private static List<String> refuted(Experiment experiment, Consumer<Recorder> seen) {
    return MadeUp.answering("", seen).refuted(experiment).stream().map(Claim::says).toList();
  }
}
