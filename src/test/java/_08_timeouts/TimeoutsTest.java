package _08_timeouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Experiment;
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
  void bothLimitsFireOnLinux() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    var seen = run(new ConnectTimeout(), Map.of("limit", "20"));
    assertEquals(Set.of("the limit of connect()", "the limit of read()"), outcomes(seen));
  }

  @Test
  void theSecondQuestionGetsTheFirstAnswer() throws Exception {
    var clients =
        run(new ReadTimeout(), Map.of("limit", "1")).turns().stream()
            .filter(event -> event.party().equals("client"))
            .map(MessageEvent::text)
            .collect(Collectors.joining(", "));
    assertEquals("\"question 1\", gives up reading, \"question 2\", \"answer 1\"", clients);
  }

  @Test
  void aDripOutlivesALimitOfEachReadButNotOneOfAll() throws Exception {
    var seen = run(new SlowDrip(), Map.of("limit", "100"));
    var waited = seen.of("time waited for an answer");
    assertEquals(2, waited.size(), waited::toString);
    assertEquals("never: each read gets its byte in time", seen.answer());
  }

  @Test
  void eachErrorIsSeenOnce() throws Exception {
    var seen = run(new Errors(), Map.of());
    assertEquals(Set.of("refused", "the end", "broken pipe", "reset"), outcomes(seen));
  }

  @Test
  void aReadWithoutALimitAndAChannelWaitOn() throws Exception {
    var seen = run(new SettimeoutThreeWays(), Map.of("limit", "1"));
    assertEquals(
        Set.of(
            "SocketTimeoutException",
            "waits until there is a byte",
            "waits, deaf to its limit",
            "returns 0"),
        outcomes(seen));
  }

  @Test
  void aStalledWriteEndsInItsTwoWays() throws Exception {
    var seen = run(new WriteStall(), Map.of("limit", "20", "buffer", "4"));
    assertEquals(3, seen.claims().size());
  }

  @Test
  void onlyThePlatformThreadReadsOn() throws Exception {
    var seen = run(new InterruptARead(), Map.of());
    assertEquals("gets its byte", fact("a platform thread, interrupted", seen));
    assertTrue(fact("a virtual thread, interrupted", seen).startsWith("SocketException"));
    assertEquals("ClosedByInterruptException", fact("a channel, interrupted", seen));
  }

  @Test
  void everyKindOfWaitIsMeasured() throws Exception {
    var seen = run(new EveryTimedWait(), Map.of("limit", "2", "rounds", "1"));
    assertEquals(10, seen.of("how much too late").size());
  }

  private static String fact(String name, Observations seen) {
    return seen.fact(name).orElseThrow();
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
    var plan = experiment.plan().inThisJvm();
    var result = Run.start("timeouts/" + experiment.id(), experiment, with, plan, _ -> {}).await();
    assertEquals(Result.Ending.COMPLETE, result.ending(), result.trouble());
    assertTrue(result.observations().everyClaimHeld(), result.observations().claims()::toString);
    return result.observations();
  }
}
