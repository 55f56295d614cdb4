package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.process.JavaProcess;
import workbook.sandbox.Sandbox;
import workbook.tui.Console;
import workbook.usecase.ExitCode;

/// A class graded by the real grader: none of the hostile passes, and none changes another's
/// verdict. A run that is killed goes on where it was.
@Tag("slow")
class ClassGradingTest {
  private static final Path BOOK = Path.of("").toAbsolutePath();
  private static final List<String> VERDICTS =
      List.of(
          "ann passed 10",
          "bob failed 4",
          "cas rejected 0",
          "dan failed 0",
          "eve failed 0",
          "fay passed 10");

  @TempDir Path folder;
  private Path sub;
  private Path out;

  /// Grades for [#aRunThatIsKilledGoesOn] in a JVM that can be killed.
  static final class Grading {
    private Grading() {}

    public static void main(String[] args) {
      System.exit(new App(Contents.LESSONS, BOOK, Console.ofThisProcess()).run(args));
    }
  }

  @BeforeEach
  void handIn() throws IOException {
    sub = folder.resolve("class");
    out = folder.resolve("out");
    var right = MovedBook.answer(folder.resolve("Right.java"));
    var text = Files.readString(right);
    write("ann", text);
    write("bob", Files.readString(BOOK.resolve("lessons/_03_races/exercise/Tally.java")));
    write("cas", text.replaceFirst("\\}", ""));
    write("dan", text.replaceFirst("\\{", "{ static { System.exit(0); }"));
    write("eve", text.replaceFirst("\\{", "{ static { Runtime.getRuntime().halt(0); }"));
    write("fay", text);
  }

  private void write(String student, String text) throws IOException {
    Files.writeString(Files.createDirectories(sub.resolve(student)).resolve("Tally.java"), text);
  }

  private String[] words(Sandbox sandbox, int jobs) {
    var words = new ArrayList<>(List.of("grade", sub.toString(), "--out=" + out));
    words.addAll(List.of("--exercise=tally", "--jobs=" + jobs));
    if (sandbox == Sandbox.NONE) {
      words.add("--unsandboxed");
    }
    return words.toArray(String[]::new);
  }

  private void assertGraded() throws IOException {
    var lines =
        Files.readAllLines(out.resolve("gradebook.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(cells -> cells[0] + " " + cells[5] + " " + cells[3])
            .toList();
    assertEquals(VERDICTS, lines);
    var page = Files.readString(out.resolve("results/bob/index.html"));
    assertTrue(page.contains("The failing run, step by step"), page);
  }

  @Test
  void noneChangesAnothersVerdict() throws IOException, InterruptedException {
    var none = new ByteArrayInputStream(new byte[0]);
    var told = new ByteArrayOutputStream();
    var console = new Console(none, told, told, Map.of());
    var sandbox = Sandbox.strongest();
    var code = new App(Contents.LESSONS, BOOK, console).run(words(sandbox, 2));
    var said = told.toString(StandardCharsets.UTF_8);
    assertEquals(ExitCode.DONE, code, said);
    assertTrue(said.startsWith("Sandbox: " + sandbox.says() + ".\n"), said);
    assertGraded();
  }

  @Test
  void aRunThatIsKilledGoesOn() throws Exception {
    var first = JavaProcess.builder(Grading.class, words(Sandbox.NONE, 1)).start();
    try (var said = first.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("Sandbox: none.", said.readLine());
      assertEquals("Grading 6 answers of 6 students, 1 at a time.", said.readLine());
      assertTrue(said.readLine().startsWith("1/6  ann  races/tally  passed"));
      first.destroyForcibly().waitFor();
    }
    var ann = Files.getLastModifiedTime(cached());
    var second =
        StartedProcess.of(JavaProcess.builder(Grading.class, words(Sandbox.NONE, 2)), Map.of());
    var ended = second.given("");
    assertEquals(ExitCode.DONE, ended.code(), ended.err());
    assertGraded();
    assertEquals(ann, Files.getLastModifiedTime(cached()), "it was not graded again");
  }

  /// The first verdict that was kept.
  private Path cached() throws IOException {
    try (var all = Files.list(out.resolve("cache"))) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .min(Comparator.comparing(ClassGradingTest::modified))
          .orElseThrow();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
