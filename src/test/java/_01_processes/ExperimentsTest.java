package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import _01_processes.lab.Anatomy;
import _01_processes.lab.ChattyChildTrials;
import _01_processes.lab.ForkAndWait;
import _01_processes.lab.InheritedFiles;
import _01_processes.lab.OneVariable;
import _01_processes.lab.ProcessObject;
import _01_processes.lab.SleepingLoop;
import _01_processes.lab.StartUpCost;
import _01_processes.lab.TwoTalkers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.Claim;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome;
import workbook.Parameters;
import workbook.Result.Ending;
import workbook.Span;
import workbook.TranscriptLine;
import workbook.process.Executables;
import workbook.process.PythonScript;
import workbook.run.Run;

/// Every experiment of the lesson, run as a learner runs it but with small parameters.
@Tag("slow")
final class ExperimentsTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final List<String> FORKED = List.of("child bar", "child baz", "parent bar");

  @Test
  void theAnatomyOfAProcessIsShown() throws Exception {
    var seen = run(new Anatomy(), Map.of());

    assertTrue(Long.parseLong(seen.fact("process").orElseThrow()) > 0);
    assertTrue(Integer.parseInt(seen.answer()) > 1, seen.answer());
    assertEquals(Files.exists(Path.of("/proc/self")) ? 3 : 1, seen.of("memory").size());
    assertEquals(Files.exists(Path.of("/proc/self")) ? 2 : 1, seen.of("threads counted").size());
    assertEquals(Executables.find("ps").isPresent(), !said(seen, "ps").isEmpty());
  }

  @Test
  void aForkedChildChangesItsOwnCopy() throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "no sh here");
    var seen = run(new OneVariable(), Map.of());

    assertEquals(FORKED, said(seen, "shell").subList(0, 3));
    assertEquals("bar", seen.answer());
    assertEquals("memory unset", said(seen, "new JVM").getFirst());
  }

  @Test
  void aForkedChildReadsOnInTheSameFile() throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "no sh here");
    var seen = run(new InheritedFiles(), Map.of());

    assertEquals(List.of("parent a", "child b", "parent c"), said(seen, "shell"));
    assertEquals("c", seen.answer());
  }

  @Test
  void aSleepingLoopNeedsHardlyAnyProcessor() throws Exception {
    var seen = run(new SleepingLoop(), Map.of());

    assertTells("hardly any of the time", seen);
  }

  @Test
  void aParentThatWaitsMakesOneCall() throws Exception {
    assumeTrue(PythonScript.interpreter().isPresent(), "no python3 here");
    var seen = run(new ForkAndWait(), Map.of());

    var traced = seen.transcript().stream().anyMatch(line -> line.speaker().startsWith("strace"));
    assertTells(traced ? "none: it's still inside one call" : Findings.CANNOT_TELL, seen);
  }

  @Test
  void thePythonTwinsSayTheSame() throws Exception {
    assumeTrue(PythonScript.interpreter().isPresent(), "no python3 here");

    assertEquals(FORKED, said(run(new OneVariable(), Map.of()), "Python"));
    assertEquals(
        "hello Bob, exit code 0, hello Mike, exit code 0, exit code 3, exit code -9",
        String.join(", ", said(run(new ProcessObject(), Map.of()), "Python")));
  }

  @Test
  void bothTalkersAreOnTheTimelineAndTheParentWaits() throws Exception {
    var seen = run(new TwoTalkers(), Map.of("lines", "3", "pause", "5"));

    var states = new TreeSet<>(seen.spans().stream().map(Span::state).toList());
    assertEquals("[sleeps, starts a child, starts up, waits for the child]", states.toString());
    assertEquals(2, seen.spans().stream().map(Span::lane).distinct().count());
  }

  @Test
  void aChildGivesBackOneNumber() throws Exception {
    var seen = run(new ProcessObject(), Map.of());

    var codes = seen.outcomes().stream().map(Outcome::seen).toList();
    assertEquals(List.of("it returns 0", "it returns 3", "it returns 1"), codes.subList(0, 3));
    assertEquals("it returns 1", seen.answer());
  }

  @Test
  void everyStartIsTimed() throws Exception {
    var seen = run(new StartUpCost(), Map.of("starts", "2"));

    var kinds = seen.of("time from start to end");
    assertTrue(kinds.size() >= 3, kinds.toString());
    for (var kind : kinds) {
      assertEquals(10, kind.points().getFirst().samples().size(), kind.name());
    }
  }

  @Test
  void aChildThatNobodyReadsCannotEnd() throws Exception {
    var seen = run(new ChattyChildTrials(), Map.of());

    assertTells("each waits for the other", seen);
    assertEquals(4, seen.spans().stream().map(Span::lane).distinct().count());
  }

  @Test
  void whateverFitsIntoThePipeArrivesEitherWay() throws Exception {
    run(new ChattyChildTrials(), Map.of("kib", "1", "patience", "1"));
    run(new ChattyChildTrials(), Map.of("kib", "1", "patience", "2000"));
  }

  /// Runs an experiment and checks what holds for each: it comes to its end, makes claims, and
  /// bears them out.
  private static Observations run(Experiment experiment, Map<String, String> typed)
      throws InterruptedException {
    var name = "processes/" + experiment.id();
    var with = Parameters.of(experiment.parameters(), typed);
    var plan = experiment.plan().within(LONG);
    var result = Run.start(name, experiment, with, plan, share -> {}).await();
    var seen = result.observations();

    assertEquals(Ending.COMPLETE, result.ending(), result.trouble());
    assertEquals(List.of(), seen.claims().stream().filter(claim -> !claim.held()).toList());
    assertTrue(seen.claims().stream().anyMatch(Claim::held));
    return seen;
  }

  /// On a busy machine a child may come too late, and then the run cannot tell.
  private static void assertTells(String answer, Observations seen) {
    assertTrue(List.of(answer, Findings.CANNOT_TELL).contains(seen.answer()), seen.answer());
  }

  private static List<String> said(Observations seen, String speaker) {
    return seen.transcript().stream()
        .filter(line -> line.speaker().equals(speaker))
        .map(TranscriptLine::text)
        .toList();
  }
}
