package workbook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Fact;
import workbook.MessageEvent.Act;
import workbook.Observations;
import workbook.Outcome;
import workbook.Outcome.Expectation;
import workbook.Series;

@Tag("fast")
final class QueueingRecorderTest {
  private final QueueingRecorder recorder = new QueueingRecorder();
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
                    recorder.sample("value", "", "all", value);
                    recorder.outcome("seen", Expectation.ACCEPTABLE, 1, "");
                  }
                  return null;
                }));
      }
      together.await();
      while (recorder.drain(seen, 1000)) {
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
    recorder.sample("time", "ns", "lock", 2, 5);
    recorder.sample("time", "ns", "atomic", 1, 6);
    recorder.sample("time", "ns", "lock", 1, 7);
    recorder.sample("time", "ns", "lock", 2, 8);

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
    recorder.fact("a", "1");
    recorder.fact("b", "2");
    recorder.fact("a", "3");
    recorder.outcome("1, 1", Expectation.FORBIDDEN, 2, "lost");
    recorder.outcome("1, 1", Expectation.FORBIDDEN, 0, "lost");
    recorder.outcome("1, 1", Expectation.FORBIDDEN, 3, "lost");

    assertEquals(List.of(new Fact("a", "3"), new Fact("b", "2")), drained().facts());
    assertEquals(
        List.of(new Outcome("1, 1", Expectation.FORBIDDEN, 5, "lost")),
        seen.observations().outcomes());
  }

  @Test
  void theSameOutcomeOfTwoGroupsIsCountedTwice() {
    recorder.outcome("broken", "good", Expectation.ACCEPTABLE, 2, "luck");
    recorder.outcome("mended", "good", Expectation.ACCEPTABLE, 5, "as it must");
    recorder.outcome("broken", "good", Expectation.ACCEPTABLE, 1, "luck");

    assertEquals(
        List.of(
            new Outcome("broken", "good", Expectation.ACCEPTABLE, 3, "luck"),
            new Outcome("mended", "good", Expectation.ACCEPTABLE, 5, "as it must")),
        drained().outcomes());
  }

  @Test
  void partsGatheredApartMakeTheSameWholeAsAllAtOnce() {
    var parts = new ObservationsBuilder();
    for (var part = 0; part < 3; part++) {
      record(part);
      var one = new ObservationsBuilder();
      recorder.drain(one, Integer.MAX_VALUE);
      parts.add(one.observations());
    }
    for (var part = 0; part < 3; part++) {
      record(part);
    }

    assertEquals(withoutTimes(drained()), withoutTimes(parts.observations()));
  }

  private void record(int part) {
    recorder.sample("time", "ns", "all", part % 2, part);
    recorder.fact("part", "" + part);
    recorder.outcome("seen", Expectation.INTERESTING, part, "");
    recorder.span("lane", "working", part, part + 1);
    recorder.said("main", "part " + part);
    recorder.note("part " + part / 2);
  }

  private static List<Object> withoutTimes(Observations seen) {
    return List.of(
        seen.facts(),
        seen.series(),
        seen.outcomes(),
        seen.spans(),
        seen.transcript().stream().map(line -> line.speaker() + line.text()).toList(),
        seen.notes());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoFiniteNumberIsRefused(double value) {
    assertThrows(
        IllegalArgumentException.class, () -> recorder.sample("time", "ns", "all", 1, value));
    assertThrows(
        IllegalArgumentException.class, () -> recorder.sample("time", "ns", "all", value, 1));

    assertEquals(Observations.NONE, drained());
  }

  @Test
  void whatWouldMakeNoSenseLaterIsRefusedAtOnce() {
    assertThrows(NullPointerException.class, () -> recorder.fact("name", null));
    assertThrows(IllegalArgumentException.class, () -> recorder.span("lane", "working", 2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> recorder.outcome("x", Expectation.ACCEPTABLE, -1, ""));

    assertEquals(Observations.NONE, drained());
  }

  @Test
  void nothingOfAWarmUpIsKept() {
    recorder.begin(0, 2, false);
    recorder.fact("warm-up", "yes");
    assertEquals(Observations.NONE, drained()); // not even when it is drained meanwhile

    recorder.begin(1, 2, true);
    recorder.note("counts");
    assertEquals(List.of(), drained().facts());
    assertEquals(List.of("counts"), seen.observations().notes());
  }

  @Test
  void aClosedLogTakesNothing() {
    recorder.close();
    recorder.note("late");

    assertEquals(Observations.NONE, drained());
  }

  @Test
  void theShareCountsRunsAndStepsOfTheRun() {
    recorder.begin(1, 4, true);
    recorder.progress(1, 2);
    assertEquals(0.375, recorder.share());
    recorder.progress(7, 2);
    assertEquals(0.5, recorder.share());
  }

  @Test
  void onlyWritingAndReadingMoveBytes() {
    recorder.turn("client", Act.CONNECTS, "server");
    recorder.turn("client", Act.WRITES, "server", (byte) 'a', (byte) '\n');
    recorder.turn("client", "waits");
    assertThrows(
        IllegalArgumentException.class,
        () -> recorder.turn("client", Act.ENDS, "server", (byte) 'a'));

    var turns = drained().turns();

    assertEquals(
        List.of(
            "client CONNECTS server 0 ", "client WRITES server 2 \"a\\n\"", "client DOES  0 waits"),
        turns.stream()
            .map(
                event ->
                    "%s %s %s %d %s"
                        .formatted(
                            event.party(), event.act(), event.peer(), event.bytes(), event.text()))
            .toList());
  }

  private Observations drained() {
    recorder.drain(seen, Integer.MAX_VALUE);
    return seen.observations();
  }
}
