package workbook.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static workbook.run.Runs.FRESH;
import static workbook.run.Runs.playAndCancel;
import static workbook.run.Runs.playSlowly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.Result;
import workbook.process.JavaProcess;
import workbook.process.ProcessTree;

/// However a run ends, its temporary files are gone.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class LeftoverFilesTest {
  @TempDir Path shared;

  @ParameterizedTest
  @ValueSource(strings = {"return", "throw", "exit", "halt"})
  void afterARunItsFilesAreGone(String then) throws Exception {
    assertGone(playSlowly(FRESH, then, "file", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait", "ignore"})
  void afterACancelItsFilesAreGone(String then) throws Exception {
    assertGone(playAndCancel(FRESH, then, "file", "1"));
  }

  private static void assertGone(Result result) {
    var file = Path.of(result.observations().fact("file").orElseThrow());
    assertEquals("left", file.getFileName().toString().substring(0, 4));
    assertFalse(Files.exists(file.getParent()), file::toString);
  }

  /// A workbook that is in the middle of a run.
  static final class Workbook {
    public static void main(String[] arguments) throws Exception {
      var acting = new CountDownLatch(1);
      Runs.start(FRESH, share -> acting.countDown(), arguments[0], "file", "1");
      acting.await();
      System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
      new CountDownLatch(1).await();
    }
  }

  /// One of them has also a file that only the experiment knows how to remove.
  @ParameterizedTest
  @ValueSource(strings = {"wait", "ignore", "remove"})
  void whenTheWorkbookIsKilledTheRunDeletesItsFiles(String then) throws Exception {
    var program = JavaProcess.builder(Workbook.class, then);
    program.command().add(1, "-Djava.io.tmpdir=" + shared);
    var workbook = program.start();
    var pid = workbook.inputReader(UTF_8).readLine();
    var run = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();

    workbook.destroyForcibly().waitFor();

    while (ProcessTree.isAlive(run)) {
      Thread.onSpinWait(); // it ends by itself or the test reaches its time-out
    }
    assertNothingIn(shared);
  }

  /// As when the terminal is closed: then the workbook may be gone at the same time.
  @ParameterizedTest
  @ValueSource(strings = {"wait", "ignore", "remove"})
  void whenASignalEndsTheRunItDeletesItsFiles(String then) throws Exception {
    var options = List.of(Acts.class.getName(), "0", "1", "file=1", "then=" + then);
    var program = JavaProcess.builder(ChildMain.class, options.toArray(String[]::new));
    var own = Files.createTempDirectory(shared, "workbook-jvm-"); // as TempDirectory calls it
    program.command().add(1, "-Djava.io.tmpdir=" + own);
    var run = program.start();
    var says = run.inputReader(UTF_8);
    while (!(Frame.read(says.readLine()).orElse(null) instanceof Frame.Share)) {
      // It has not made its files yet.
    }

    run.toHandle().destroy(); // its standard input stays open

    assertEquals(128 + 15, run.waitFor());
    assertNothingIn(shared);
  }

  private static void assertNothingIn(Path folder) throws IOException {
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
