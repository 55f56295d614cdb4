package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.tui.Console;
import workbook.usecase.ExitCode;

/// A book in a folder of its own is built when it has changed, and only then.
@Tag("fast")
class OwnBookTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path own;

  @BeforeEach
  void begin() {
    own = folder.resolve("own");
    var said = CapturedConsole.by(folder, "new", "book", own.toString());
    assertEquals(ExitCode.DONE, said.code(), said.err());
    assertTrue(said.out().startsWith("new      lessons/book/Contents.java\n"), said.out());
  }

  private int build(Path book) {
    err.reset();
    var console = new Console(InputStream.nullInputStream(), err, err, Map.of());
    return BookBuild.build(book.toString(), console);
  }

  private Path contents() {
    return own.resolve("target/classes/book/Contents.class");
  }

  private void put(String name, String text) throws IOException {
    var file = own.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aBookIsBuiltWithoutWhatIsTheLearners() throws IOException {
    put("lessons/_01_a/README.md", "# 01 A: b?\n");
    put("lessons/_01_a/exercise/Half.java", "half writ");
    put("lessons/_01_a/HalfTest.java", "import _01_a.exercise.Half;");
    assertEquals(ExitCode.DONE, build(own), err::toString);
    assertTrue(Files.exists(contents()));
    assertTrue(Files.exists(own.resolve("target/classes/_01_a/README.md")));
    assertFalse(Files.exists(own.resolve("target/classes/_01_a/exercise")));
  }

  @Test
  void itIsBuiltAgainWhenAFileHasChangedOrIsGone() throws IOException {
    put("lessons/_01_a/old.txt", "old");
    try (var files = Files.walk(own.resolve("lessons"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, LONG_AGO);
      }
    }
    build(own);
    Files.setLastModifiedTime(contents(), LONG_AGO);
    assertEquals(ExitCode.DONE, build(own));
    assertEquals(LONG_AGO, Files.getLastModifiedTime(contents()), "built although nothing changed");
    Files.delete(own.resolve("lessons/_01_a/old.txt"));
    assertEquals(ExitCode.DONE, build(own));
    assertFalse(Files.exists(own.resolve("target/classes/_01_a/old.txt")));
  }

  @Test
  void whatDoesNotCompileIsNamedAndTheLastBuildStays() throws IOException {
    build(own);
    put("lessons/_01_a/Bad.java", "package _01_a;\n\nclass Bad { int a = b; }\n");
    assertEquals(ExitCode.USAGE, build(own));
    assertEquals(
        "lessons/_01_a/Bad.java:3: cannot find symbol\n", err.toString(StandardCharsets.UTF_8));
    assertTrue(Files.exists(contents()));
    try (var left = Files.list(own.resolve("target"))) {
      assertEquals(2, left.count(), "classes, and the mark of the build");
    }
  }

  @Test
  void whatIsNoBookIsSaid() throws IOException {
    assertEquals(ExitCode.USAGE, build(folder.resolve("none")));
    var said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("none is no book: it has no lessons/book/Contents.java."), said);
    var again = CapturedConsole.by(folder, "new", "book", own.toString());
    assertEquals(
        new CapturedConsole(
            ExitCode.USAGE, "", own + " exists and isn't empty. Name a new folder.\n"),
        again);
    var late = CapturedConsole.by(folder, "--book=x", "list");
    assertTrue(late.err().startsWith("--book=DIR comes right behind target/workbook"), late.err());
    assertEquals(ExitCode.USAGE, late.code());
  }
}
