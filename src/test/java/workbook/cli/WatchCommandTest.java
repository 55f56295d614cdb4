package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import workbook.usecase.ExitCode;

/// `watch`: every save is checked, and Ctrl-C ends it.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WatchCommandTest {
  private static final String CHECK = "check Hello Hello.java";

  @TempDir Path home;

  private final SampleVerdicts graders =
      SampleVerdicts.of(
          SampleVerdicts.marked(SampleVerdicts.fail("greets", 10, "it said nothing")),
          SampleVerdicts.marked(SampleVerdicts.pass("greets", 10, "")));

  @BeforeEach
  void layTheFiles() throws IOException {
    TestExercise.lay(home);
    TestExercise.save(home, TestExercise.BEGINNING);
  }

  /// Watches until the graders was asked all this, saving after the first of it, then is
  /// interrupted.
  private CapturedConsole watch(List<String> asked, String... args) throws Exception {
    var watching = new FutureTask<>(() -> CapturedConsole.by(graders, home, args));
    var watcher = Thread.ofPlatform().start(watching);
    graders.await(asked.subList(0, asked.size() - 1));
    TestExercise.save(home, TestExercise.SOLUTION);
    graders.await(asked);
    watcher.interrupt();
    return watching.get();
  }

  @Test
  void aFileIsCheckedAtOnceAndAfterEachSave() throws Exception {
    var said = watch(List.of("many", CHECK, CHECK), "watch", "hello");
    assertEquals(ExitCode.DONE, said.code());
    assertEquals("", said.err());
    assertTrue(said.out().contains("it said nothing"), said.out());
    assertEquals("close", graders.asked().getLast());
    assertTrue(CapturedConsole.by(home, "exercise").out().contains("✓ hello "), "it is remembered");
  }

  @Test
  void aMachineThatCannotGradeGoesOnWatching() throws Exception {
    var broken = SampleVerdicts.of();
    var watching = new FutureTask<>(() -> CapturedConsole.by(broken, home, "watch", "hello"));
    var watcher = Thread.ofPlatform().start(watching);
    broken.await(List.of("many", CHECK));
    TestExercise.save(home, TestExercise.SOLUTION);
    broken.await(List.of("many", CHECK, CHECK));
    watcher.interrupt();
    assertTrue(watching.get().err().startsWith("No JVM can be started.\n"));
  }

  @Test
  void whatIsNoExerciseIsOneSentence() {
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", "There is no exercise 'hullo'. Did you mean alpha/hello?\n"),
        CapturedConsole.by(graders, home, "watch", "hullo"));
  }
}
