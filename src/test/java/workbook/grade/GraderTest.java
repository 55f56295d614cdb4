package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.grade.worker.TestOutcome;

@Tag("slow")
class GraderTest {
  private static final String TOTAL =
      """
      package programs.exercise;

      public class Own implements programs.Total {
        private int total;

        public %s void add(int amount) {
          total += amount;
        }

        public %1$s int total() {
          return total;
        }
      }
      """;

  @TempDir private Path home;
  private OwnExercise own;

  @BeforeEach
  void makeAnExercise() throws IOException {
    own = new OwnExercise(home, TestLimits.DEFAULT);
  }

  @Test
  void aWrongAnswerFailsAndTheRunThatShowsItIsThere() throws IOException, InterruptedException {
    var scored = own.marked(TOTAL.formatted(""));
    assertFalse(scored.passed());
    assertEquals(1, scored.points());
    assertEquals(3, scored.of());
    var fail = assertInstanceOf(TestOutcome.Fail.class, scored.results().getLast().outcome());
    assertTrue(fail.what().contains("expected: <2> but was: <1>"), fail.what());
    var steps = fail.trace().orElseThrow().steps();
    assertTrue(steps.stream().anyMatch(step -> step.source().equals("total += amount;")));
  }

  @Test
  void aRightAnswerPassesAndSaysWhatWasLookedAt() throws IOException, InterruptedException {
    var scored = own.marked(TOTAL.formatted("synchronized"));
    assertTrue(scored.passed());
    var pass = assertInstanceOf(TestOutcome.Pass.class, scored.results().getLast().outcome());
    assertTrue(pass.because().startsWith("holds in every schedule"), pass.because());
  }

  @Test
  void theThreadThatWakesVirtualThreadsIsNobodys() throws IOException, InterruptedException {
    var naps =
        """
            try {
              Thread.startVirtualThread(() -> LockSupport.parkNanos(1_000)).join();
            } catch (InterruptedException nobodyDoes) {
              throw new IllegalStateException(nobodyDoes);
            }
        """;
    var text =
        TOTAL
            .formatted("synchronized")
            .replace(
                "public class", "import java.util.concurrent.locks.LockSupport;\n\npublic class")
            .replace("    total += amount;\n", "    total += amount;\n" + naps);
    var scored = own.marked(text);
    assertTrue(scored.passed(), scored.toString());
  }

  /// In tests that are explored and in those that are not.
  @Test
  void aFailedAssertCostsThePoints() throws IOException, InterruptedException {
    var text = TOTAL.formatted("synchronized").replace("total +=", "assert amount < 0; total +=");
    var scored = own.marked(text);
    assertEquals(0, scored.points(), scored.toString());
  }

  @Test
  void aThreadLeftWaitingCostsThePoints() throws IOException, InterruptedException {
    var waits = "new Thread(java.util.concurrent.locks.LockSupport::park).start();";
    var text = TOTAL.formatted("synchronized").replace("total +=", waits + " total +=");
    var scored = own.marked(text);
    assertEquals(0, scored.points(), scored.toString());
    var fail = assertInstanceOf(TestOutcome.Fail.class, scored.results().getLast().outcome());
    assertTrue(fail.what().contains("the program does not end: main has ended"), fail.what());
  }

  @Test
  void whatTheExplorerCannotFollowIsNotJudged() throws IOException, InterruptedException {
    var reads = "new java.io.File(\"Own.java\").exists();";
    var text = TOTAL.formatted("synchronized").replace("total +=", reads + " total +=");
    var scored = own.marked(text);
    var unknown =
        assertInstanceOf(TestOutcome.Inconclusive.class, scored.results().getLast().outcome());
    assertTrue(unknown.why().contains("java.io.File, at Own.java:7"), unknown.why());
    assertFalse(scored.passed());
    assertFalse(scored.failed());
  }

  @Test
  void aGraderForManyChecksTakesAnotherJvmForEach() throws IOException, InterruptedException {
    var tells = "System.out.println(ProcessHandle.current().pid());";
    var text = TOTAL.formatted("").replace("total += amount;", "total += amount; " + tells);
    var pids = new HashSet<String>();
    try (var grader = own.grader(WorkerPool.Use.ONCE_AND_SPARE)) {
      for (var n = 0; n < 3; n++) {
        var scored = assertInstanceOf(GradingResult.Scored.class, own.check(grader, text));
        var printed = scored.results().getFirst().printed().lines().distinct().toList();
        assertEquals(1, printed.size(), printed::toString);
        assertTrue(pids.add(printed.getFirst()), pids::toString);
      }
    }
    for (var pid : pids) {
      var process = ProcessHandle.of(Long.parseLong(pid));
      assertTrue(process.filter(ProcessHandle::isAlive).isEmpty(), pid);
    }
  }

  @Test
  void aMistakeIsShownWithItsLine() throws IOException, InterruptedException {
    var text = TOTAL.formatted("").replace("amount;", "amont;");
    var rejected = assertInstanceOf(GradingResult.Rejected.class, own.check(text));
    var diagnostic = rejected.diagnostics().getFirst();
    assertEquals(7, diagnostic.line());
    assertEquals("    total += amont;", diagnostic.text());
  }
}
