package workbook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workbook.run.Runs.HERE;
import static workbook.run.Runs.play;
import static workbook.run.Runs.playAndCancel;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Result.Ending;

@Tag("fast")
final class ThisJvmTest {
  @Test
  void everyRepeatIsKeptAndNoWarmUp() throws Exception {
    var result = play(HERE.repeated(3), "return");

    assertEquals(Ending.COMPLETE, result.ending(), result.trouble());
    assertEquals(3, result.observations().outcomes().getFirst().count());
  }

  @Test
  void anExceptionIsAFailure() throws Exception {
    var result = play(HERE, "throw");

    assertEquals(Ending.FAILED, result.ending());
    assertTrue(result.trouble().contains("IllegalStateException: two"), result.trouble());
    assertEquals(1, result.observations().outcomes().getFirst().count());
  }

  @Test
  void aCancelledRunKeepsWhatItSaw() throws Exception {
    var result = playAndCancel(HERE, "wait");

    assertEquals(Ending.CANCELLED, result.ending());
    assertEquals(1, result.observations().outcomes().getFirst().count());
  }

  @Test
  void aRunThatReachesItsLimitIsStopped() throws Exception {
    assertEquals(Ending.OVERRAN, play(HERE.within(Duration.ofMillis(200)), "wait").ending());
  }

  @Test
  void aRunDeafToInterruptionIsGivenUpAndSaysSo() throws Exception {
    var result = playAndCancel(HERE, "ignore");
    Acts.HEAR.countDown();

    assertEquals(Ending.CANCELLED, result.ending());
    assertEquals(
        List.of("Still running in this JVM, ignoring interruption: experiment."),
        result.observations().notes());
  }

  @Test
  void anExceptionThatNobodyCatchesIsNoted() throws Exception {
    var notes = play(HERE, "leave a failing thread").observations().notes();

    assertTrue(notes.getFirst().startsWith("Nobody caught this in thread bad:"), notes.toString());
  }
}
