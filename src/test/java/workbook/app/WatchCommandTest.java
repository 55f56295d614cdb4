package workbook.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `watch`: every save is checked, and Ctrl-C ends it.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WatchCommandTest {
  private static final String CHECK = "check Hello Hello.java";

  @TempDir Path home;

  private final Verdicts court =
      Verdicts.of(
          Verdicts.marked(Verdicts.fail("greets", 10, "it said nothing")),
          Verdicts.marked(Verdicts.pass("greets", 10, "")));

  @BeforeEach
  void layTheFiles() throws IOException {
    TestExercise.lay(home);
    TestExercise.save(home, TestExercise.BEGINNING);
  }

  /// Watches until the court was asked all this, saving after the first of it, then is interrupted.
  private Said watch(List<String> asked, String... args) throws Exception {
    var watching = new FutureTask<>(() -> Said.by(court, home, args));
    var watcher = Thread.ofPlatform().start(watching);
    court.await(asked.subList(0, asked.size() - 1));
    TestExercise.save(home, TestExercise.SOLUTION);
    court.await(asked);
    watcher.interrupt();
    return watching.get();
  }

  @Test
  void aFileIsCheckedAtOnceAndAfterEachSave() throws Exception {
    var said = watch(List.of("many", CHECK, CHECK), "watch", "hello");
    assertEquals(Exit.DONE, said.code());
    assertEquals("", said.err());
    assertTrue(said.out().contains("it said nothing"), said.out());
    assertEquals("close", court.asked().getLast());
    assertTrue(Said.by(home, "exercise").out().contains("✓ hello "), "it is remembered");
  }

  @Test
  void aMachineThatCannotGradeGoesOnWatching() throws Exception {
    var broken = Verdicts.of();
    var watching = new FutureTask<>(() -> Said.by(broken, home, "watch", "hello"));
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
        new Said(Exit.USAGE, "", "There is no exercise 'hullo'. Did you mean alpha/hello?\n"),
        Said.by(court, home, "watch", "hullo"));
  }
}
