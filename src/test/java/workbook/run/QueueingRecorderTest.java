package workbook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Claim;
import workbook.Fact;
import workbook.MessageEvent.Act;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Series;

final class QueueingRecorderTest {
  private final QueueingRecorder log = new QueueingRecorder();
  private final ObservationsBuilder seen = new ObservationsBuilder();

  @Test
  void twoThreadsThatRecordAtOnceLoseNothing() throws Exception {
    var each = 100_000;
    var together = new CountDownLatch(2);
    var recorders = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var thread = 0; thread < 2; thread++) {
        var first = thread * each;
        recorders.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  for (var value = first; value < first + each; value++) {
                    log.sample("value", "", "all", value);
                    log.outcome("seen", Expectation.ACCEPTABLE, 1, "");
                  }
                  return null;
                }));
      }
      together.await();
      while (log.drain(seen, 1000)) {
        seen.observations(); // a snapshot at any time harms nobody
      }
    }
    for (var recorder : recorders) {
      recorder.get();
    }
    var samples = new ArrayList<>(drained().series().getFirst().points().getFirst().samples());
    samples.sort(null);

    assertEquals(IntStream.range(0, 2 * each).mapToObj(Double::valueOf).toList(), samples);
    assertEquals(2L * each, seen.observations().outcomes().getFirst().count());
  }

  @Test
  void samplesAreKeptBySeriesAndPlaceInTheOrderFirstRecorded() {
    log.sample("time", "ns", "lock", 2, 5);
    log.sample("time", "ns", "atomic", 1, 6);
    log.sample("time", "ns", "lock", 1, 7);
    log.sample("time", "ns", "lock", 2, 8);

    assertEquals(
        List.of(
            new Series(
                "lock",
                "time",
                "ns",
                List.of(new Series.Point(2, List.of(5.0, 8.0)), new Series.Point(1, List.of(7.0)))),
            new Series("atomic", "time", "ns", List.of(new Series.Point(1, List.of(6.0))))),
        drained().series());
  }

  @Test
  void aLaterFactReplacesAnEarlierAndCountsAddUp() {
    log.fact("a", "1");
    log.fact("b", "2");
    log.fact("a", "3");
    log.outcome("1, 1", Expectation.FORBIDDEN, 2, "lost");
    log.outcome("1, 1", Expectation.FORBIDDEN, 0, "lost");
    log.outcome("1, 1", Expectation.FORBIDDEN, 3, "lost");

    assertEquals(List.of(new Fact("a", "3"), new Fact("b", "2")), drained().facts());
    assertEquals(
        List.of(new Outcome("1, 1", Expectation.FORBIDDEN, 5, "lost")),
        seen.observations().outcomes());
  }

  @Test
  void aClaimHoldsOnlyIfItHeldEveryTimeAndShowsItsFirstFailure() {
    log.claim("Always.", true, "first");
    log.claim("Always.", true, "last");
    log.claim("Not always.", true, "good");
    log.claim("Not always.", false, "first failure");
    log.claim("Not always.", false, "second failure");
    log.claim("Not always.", true, "good again");

    assertEquals(
        List.of(
            new Claim("Always.", true, "last"), new Claim("Not always.", false, "first failure")),
        drained().claims());
  }

  @Test
  void partsGatheredApartMakeTheSameWholeAsAllAtOnce() {
    var parts = new ObservationsBuilder();
    for (var part = 0; part < 3; part++) {
      record(part);
      var one = new ObservationsBuilder();
      log.drain(one, Integer.MAX_VALUE);
      parts.add(one.observations());
    }
    for (var part = 0; part < 3; part++) {
      record(part);
    }

    assertEquals(withoutTimes(drained()), withoutTimes(parts.observations()));
  }

  private void record(int part) {
    log.sample("time", "ns", "all", part % 2, part);
    log.fact("part", "" + part);
    log.outcome("seen", Expectation.INTERESTING, part, "");
    log.span("lane", "working", part, part + 1);
    log.said("main", "part " + part);
    log.claim("Small.", part < 1, "part " + part);
    log.note("part " + part / 2);
    log.answer("" + part);
  }

  private static List<Object> withoutTimes(Observations seen) {
    return List.of(
        seen.facts(),
        seen.series(),
        seen.outcomes(),
        seen.spans(),
        seen.transcript().stream().map(line -> line.speaker() + line.text()).toList(),
        seen.claims(),
        seen.notes(),
        seen.answer());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoFiniteNumberIsRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> log.sample("time", "ns", "all", 1, value));
    assertThrows(IllegalArgumentException.class, () -> log.sample("time", "ns", "all", value, 1));

    assertEquals(Observations.NONE, drained());
  }

  @Test
  void whatWouldMakeNoSenseLaterIsRefusedAtOnce() {
    assertThrows(NullPointerException.class, () -> log.fact("name", null));
    assertThrows(IllegalArgumentException.class, () -> log.span("lane", "working", 2, 1));
    assertThrows(
        IllegalArgumentException.class, () -> log.outcome("x", Expectation.ACCEPTABLE, -1, ""));

    assertEquals(Observations.NONE, drained());
  }

  @Test
  void nothingOfAWarmUpIsKept() {
    log.begin(0, 2, false);
    log.fact("warm-up", "yes");
    assertEquals(Observations.NONE, drained()); // not even when it is drained meanwhile

    log.begin(1, 2, true);
    log.answer("counts");
    assertEquals(List.of(), drained().facts());
    assertEquals("counts", seen.observations().answer());
  }

  @Test
  void aClosedLogTakesNothing() {
    log.close();
    log.note("late");

    assertEquals(Observations.NONE, drained());
  }

  @Test
  void theShareCountsRunsAndStepsOfTheRun() {
    log.begin(1, 4, true);
    log.progress(1, 2);
    assertEquals(0.375, log.share());
    log.progress(7, 2);
    assertEquals(0.5, log.share());
  }

  @Test
  void onlyWritingAndReadingMoveBytes() {
    log.turn("client", Act.CONNECTS, "server");
    log.turn("client", Act.WRITES, "server", (byte) 'a', (byte) '\n');
    log.turn("client", "waits");
    assertThrows(
        IllegalArgumentException.class, () -> log.turn("client", Act.ENDS, "server", (byte) 'a'));

    var turns = drained().turns();

    assertEquals(
        List.of(
            "client CONNECTS server 0 ", "client WRITES server 2 \"a\\n\"", "client DOES  0 waits"),
        turns.stream()
            .map(
                turn ->
                    "%s %s %s %d %s"
                        .formatted(
                            turn.party(), turn.act(), turn.peer(), turn.bytes(), turn.text()))
            .toList());
  }

  private Observations drained() {
    log.drain(seen, Integer.MAX_VALUE);
    return seen.observations();
  }
}
