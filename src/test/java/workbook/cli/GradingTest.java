package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.usecase.ExitCode;

/// The way of an answer from the learner's file to the verdict, through the real grader.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GradingTest {
  @TempDir Path home;

  @BeforeEach
  void layTheFiles() throws IOException {
    TestExercise.lay(home);
    TestExercise.layTheTest(home);
  }

  private StartedProcess.Ended say(String input, String... args) throws Exception {
    return StartedProcess.testBook(home, Map.of(), args).given(input);
  }

  @Test
  void aBeginningFailsAnAnswerPassesAndBothAreRemembered() throws Exception {
    say("", "exercise", "start", "hello");
    var failed = say("", "check", "hello");
    assertEquals(ExitCode.FAILED, failed.code(), failed.err());
    assertTrue(failed.out().contains("the greeting: expected hello, saw \"\"\n"), failed.out());
    assertTrue(failed.out().endsWith("\n0 of 10 points.\n"), failed.out());

    TestExercise.save(home, TestExercise.BEGINNING.replace("\"\";", "\"hello\""));
    var broken = say("", "check", "hello");
    assertEquals(ExitCode.USAGE, broken.code(), broken.err());
    assertTrue(broken.out().contains("/Hello.java:6\n"), broken.out());

    TestExercise.save(home, TestExercise.SOLUTION.replace(".solution;", ".exercise;"));
    var passed = say("", "check", "hello");
    assertEquals(ExitCode.DONE, passed.code(), passed.out() + passed.err());
    var progress = Files.readString(home.resolve(".workbook/progress"));
    assertTrue(progress.contains("checked alpha/hello 0/10\n"), progress);
    assertTrue(progress.contains("checked alpha/hello 10/10\n"), progress);
  }

  @Test
  void theMenuLivesOnAfterAnAnswerThatEndsTheJvm() throws Exception {
    TestExercise.save(
        home,
        TestExercise.SOLUTION
            .replace(".solution;", ".exercise;")
            .replace("return", "Runtime.getRuntime().halt(0); return"));
    var ended = say("1\nhello\ncheck\nq\nq\nq\n");
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    assertEquals("", ended.err());
    assertTrue(ended.out().contains("0 of 10 points."), ended.out());
    assertTrue(ended.out().contains("somebody is at the door"), ended.out());
  }

  @Test
  void killMinus9OfWatchLeavesNoJvmBehind() throws Exception {
    TestExercise.save(home, TestExercise.BEGINNING);
    var watch = StartedProcess.testBook(home, Map.of(), "watch", "hello");
    while (!Files.exists(home.resolve(".workbook/progress"))
        || watch.process.descendants().findAny().isEmpty()) {
      assertFalse(watch.process.waitFor(20, TimeUnit.MILLISECONDS), "it ended by itself");
    }
    var children = watch.process.descendants().toList();
    watch.process.toHandle().destroyForcibly();
    watch.ended();
    StopTest.awaitEnd(children);
  }
}
