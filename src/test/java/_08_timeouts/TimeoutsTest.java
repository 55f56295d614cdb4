package _08_timeouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _08_timeouts.lab.ConnectTimeout;
import _08_timeouts.lab.Errors;
import _08_timeouts.lab.EveryTimedWait;
import _08_timeouts.lab.InterruptARead;
import _08_timeouts.lab.ReadTimeout;
import _08_timeouts.lab.SettimeoutThreeWays;
import _08_timeouts.lab.SilentClient;
import _08_timeouts.lab.SlowDrip;
import _08_timeouts.lab.WriteStall;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Experiment;
import workbook.Findings;
import workbook.MessageEvent;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Result;
import workbook.run.Run;

/// Lesson 08 keeps its word, beyond what each experiment claims itself.
@Tag("fast")
class TimeoutsTest {
  @Test
  void eachLimitFiresOnLinux() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    var room = run(new ConnectTimeout(), Map.of("limit", "20", "queue", "room"));
    var full = run(new ConnectTimeout(), Map.of("limit", "20", "queue", "full"));
    assertAnswersOrCannotTell("the limit of read()", room);
    assertAnswersOrCannotTell("the limit of connect()", full);
  }

  @Test
  void theSecondQuestionGetsTheFirstAnswer() throws Exception {
    var seen = run(new ReadTimeout(), Map.of("limit", "1"));
    assertEquals("the answer to question 1", seen.answer());
    var client =
        seen.turns().stream()
            .filter(event -> event.party().equals("client"))
            .filter(event -> event.act() != MessageEvent.Act.CONNECTS)
            .map(MessageEvent::text)
            .limit(3)
            .collect(Collectors.joining(", "));
    assertEquals("\"question 1\\n\", gives up: Read timed out, \"question 2\\n\"", client);
  }

  @Test
  void aSlowAnswerOutlivesALimitOfEachReadButNotOneOfAll() throws Exception {
    var seen = run(new SlowDrip(), Map.of("limit", "200"));
    assertEquals(2, seen.of("time spent reading").size());
    assertAnswersOrCannotTell("never", seen);
  }

  @Test
  void aSilentClientDelaysTheNextUntilItsTimeIsUp() throws Exception {
    var seen = run(new SilentClient(), Map.of("limit", "50"));
    assertEquals("when the silent client's time is up", seen.answer());
  }

  @Test
  void withoutALimitASilentClientKeepsTheServer() throws Exception {
    var seen = run(new SilentClient(), Map.of("limited", "no"));
    assertEquals("when the silent client hangs up", seen.answer());
  }

  @Test
  void eachErrorIsSeen() throws Exception {
    var seen = run(new Errors(), Map.of());
    assertEquals(4, seen.outcomes().size(), seen.outcomes()::toString);
    assertEquals("a later one", seen.answer());
  }

  @Test
  void aReadWithoutALimitAndAChannelWaitOn() throws Exception {
    var seen = run(new SettimeoutThreeWays(), Map.of("limit", "1"));
    assertEquals("waits until there is a byte", seen.answer());
    assertTrue(outcomes(seen).contains("returns 0"), outcomes(seen)::toString);
  }

  @Test
  void aStalledWriteEndsInItsTwoWays() throws Exception {
    var seen = run(new WriteStall(), Map.of("limit", "20", "buffer", "4"));
    assertEquals("at some point write() waits, and goes on waiting", seen.answer());
  }

  @Test
  void onlyThePlatformThreadReadsOn() throws Exception {
    var seen = run(new InterruptARead(), Map.of());
    assertEquals("nothing: it keeps waiting", seen.answer());
    assertEquals(5, seen.outcomes().size(), seen.outcomes()::toString);
  }

  @Test
  void everyKindOfWaitIsMeasured() throws Exception {
    var seen = run(new EveryTimedWait(), Map.of("limit", "2", "rounds", "1"));
    assertEquals(10, seen.of("how much too late").size());
  }

  /// On a busy machine a limit may fire too early or a byte come too late, and then the run says
  /// so.
  private static void assertAnswersOrCannotTell(String answer, Observations seen) {
    assertTrue(Set.of(answer, Findings.CANNOT_TELL).contains(seen.answer()), seen.answer());
  }

  private static Set<String> outcomes(Observations seen) {
    return seen.outcomes().stream()
        .filter(outcome -> outcome.count() > 0)
        .map(Outcome::seen)
        .collect(Collectors.toSet());
  }

  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().inThisJvm().within(Duration.ofMinutes(10));
    var result = Run.start("timeouts/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    assertTrue(result.observations().everyClaimHeld(), result.observations().claims()::toString);
    return result.observations();
  }
}
