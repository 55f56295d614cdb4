package workbook.run;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static workbook.run.Runs.FRESH;
import static workbook.run.Runs.play;
import static workbook.run.Runs.playAndCancel;
import static workbook.run.Runs.playSlowly;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Claim;
import workbook.Result;
import workbook.Result.Ending;
import workbook.process.Executables;

/// Every way a run in a fresh JVM can end.
@Tag("slow")
final class EndingsTest {
  @Test
  void aRunThatReturnsIsComplete() throws Exception {
    var result = play(FRESH, "return");

    assertEnded(Ending.COMPLETE, "", result);
    assertKept(result);
    assertEquals(List.of(new Claim("It returns.", true, "it did")), result.observations().claims());
  }

  @Test
  void anExceptionIsNamedWithItsMessageAndItsLine() throws Exception {
    var result = play(FRESH, "throw");

    assertEquals(Ending.FAILED, result.ending());
    assertTrue(
        result
            .trouble()
            .matches(
                "The experiment failed with IllegalStateException:"
                    + " two lines and \"quotes\" \\(Acts.java:\\d+\\)\\."),
        result.trouble());
    assertKept(result);
  }

  @Test
  void aRunThatExitsItsJvmFailed() throws Exception {
    var result = play(FRESH, "exit");

    assertEnded(
        Ending.FAILED, "The run's JVM ended with exit code 3 before the run was over.", result);
    assertKept(result);
  }

  @Test
  void aJvmThatDiesAtOnceFailedAndWhatItHadSentIsKept() throws Exception {
    var result = playSlowly(FRESH, "halt");

    assertEnded(
        Ending.FAILED, "The run's JVM ended with exit code 7 before the run was over.", result);
    assertKept(result);
  }

  @Test
  void outOfMemoryIsAFailureLikeAnother() throws Exception {
    var result = play(FRESH, "run out of memory");

    assertEquals(Ending.FAILED, result.ending());
    assertTrue(result.trouble().contains("OutOfMemoryError"), result.trouble());
    assertKept(result);
  }

  @Test
  void soIsAStackThatOverflows() throws Exception {
    var result = play(FRESH, "recurse");

    assertEquals(Ending.FAILED, result.ending());
    assertTrue(result.trouble().contains("StackOverflowError"), result.trouble());
    assertKept(result);
  }

  @Test
  void aCancelledRunKeepsWhatItSaw() throws Exception {
    var result = playAndCancel(FRESH, "wait");

    assertEnded(Ending.CANCELLED, "", result);
    assertKept(result);
    assertEquals(Optional.of("yes"), result.observations().fact("interrupted"));
  }

  @Test
  void aRunDeafToInterruptionIsEndedByForceAndKeepsWhatItSaw() throws Exception {
    var result = playAndCancel(FRESH, "ignore");

    assertEnded(
        Ending.CANCELLED, "It did not end when interrupted, so it was ended by force.", result);
    assertKept(result);
  }

  @Test
  void aRunCancelledBeforeItBeganIsCancelled() throws Exception {
    var run = Runs.start(FRESH, share -> {}, "return");
    run.cancel();

    assertEquals(Ending.CANCELLED, run.await().ending());
  }

  @Test
  void aRunThatReachesItsLimitIsStopped() throws Exception {
    var result = play(FRESH.within(Duration.ofMillis(400)), "wait");

    assertEnded(Ending.OVERRAN, "It was stopped at its limit of 400 ms.", result);
  }

  @Test
  void cancellingARunThatIsOverChangesNothing() throws Exception {
    var run = Runs.start(FRESH, share -> {}, "return");
    var result = run.await();
    run.cancel();

    assertEquals(result, run.await());
  }

  @Test
  void interruptingWhoeverAwaitsCancelsTheRun() throws Exception {
    var run = Runs.start(FRESH, share -> {}, "wait");
    var left = new CompletableFuture<Throwable>();
    var waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    run.await();
                  } catch (InterruptedException interrupted) {
                    left.complete(interrupted);
                  }
                });
    waiting.interrupt();

    assertInstanceOf(InterruptedException.class, left.get());
    assertEquals(Ending.CANCELLED, run.await().ending());
  }

  @Test
  void anExceptionThatNobodyCatchesIsNoted() throws Exception {
    var notes = play(FRESH, "leave a failing thread").observations().notes();

    assertTrue(
        notes
            .getFirst()
            .matches(
                "Nobody caught this in thread bad:"
                    + " IllegalStateException: nobody catches this \\(Acts.java:\\d+\\)\\."),
        notes.toString());
  }

  @Test
  void aChildThatFloodsItsErrorsNeitherHangsNorLosesItsLastLines() throws Exception {
    var result = play(FRESH, "flood");

    assertEquals(Ending.FAILED, result.ending());
    assertTrue(
        result
            .trouble()
            .endsWith("It last wrote:\nline 99995\nline 99996\nline 99997\nline 99998\nline 99999"),
        result.trouble());
  }

  @Test
  void whatAnExperimentPrintsIsNotTakenForAFrame() throws Exception {
    var result = play(FRESH, "print");

    assertEnded(Ending.COMPLETE, "", result);
    assertEquals(List.of(), result.observations().notes());
  }

  @Test
  void whatAChildOfTheRunPrintsIntoItsPipeCostsNothing() throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "no sh here");
    var result = play(FRESH, "let a child shout");

    assertEnded(Ending.COMPLETE, "", result);
    assertKept(result);
    assertEquals(List.of(), result.observations().notes());
  }

  @Test
  void progressRisesToTheEndOfAllRuns() throws Exception {
    var shares = new ConcurrentLinkedQueue<Double>();
    Runs.start(FRESH.repeated(4), shares::add, "return").await();

    assertEquals(shares.stream().sorted().toList(), List.copyOf(shares));
    assertTrue(shares.contains(1.0), shares.toString());
  }

  private static void assertEnded(Ending ending, String trouble, Result result) {
    assertEquals(ending + ": " + trouble, result.ending() + ": " + result.trouble());
  }

  private static void assertKept(Result result) {
    var kept =
        result.observations().series().stream().map(Object::toString).collect(joining())
            + result.observations().outcomes();
    assertEquals(
        "Series[name=all, quantity=time, unit=ms, points=[Point[at=0.0, samples=[1.5]]]]"
            + "[Outcome[group=, seen=seen, expected=ACCEPTABLE, count=1, meaning=it was]]",
        kept);
  }
}
