package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export is whole or not there, and takes the place of nothing but an earlier one.
@Tag("fast")
final class ExportFolderTest {
  @TempDir private Path above;

  private ExportFolder folder() {
    return new ExportFolder(above.resolve("site"));
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    var files = new TreeMap<String, byte[]>();
    for (var n = 0; n < namesAndTexts.length; n += 2) {
      files.put(namesAndTexts[n], namesAndTexts[n + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private List<String> all() throws IOException {
    try (var files = Files.walk(above)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> above.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aNewExportReplacesTheOldOne() throws Exception {
    folder().write(files("index.html", "old", "lessons/gone.html", "old"));
    folder().write(files("index.html", "new"));
    assertEquals(List.of("site/.workbook-export", "site/index.html"), all());
    assertEquals("new", Files.readString(above.resolve("site/index.html")));
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone() throws Exception {
    folder().write(files("index.html", "old"));
    var own = above.resolve("site/lessons/notes.txt");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "mine");
    var refused =
        assertThrows(CommandException.class, () -> folder().write(files("index.html", "new")));
    assertTrue(refused.getMessage().startsWith(own + " isn't from an export"), refused::toString);
    assertEquals("old", Files.readString(above.resolve("site/index.html")));
    assertEquals("mine", Files.readString(own));
    var file = Files.writeString(above.resolve("file"), "mine");
    assertThrows(CommandException.class, () -> new ExportFolder(file).check());
    var link = Files.createSymbolicLink(above.resolve("link"), above.resolve("site"));
    assertThrows(CommandException.class, () -> new ExportFolder(link).check());
    var nowhere = new ExportFolder(above.resolve("nowhere/site"));
    assertTrue(
        assertThrows(CommandException.class, nowhere::check).getMessage().endsWith("first."));
  }

  @Test
  void whereNothingCanBeCreatedThatIsTheReason() {
    assumeTrue(Files.isWritable(Path.of("/proc")), "only root may try to write in /proc");
    var file = files("index.html", "new");
    var refused =
        assertThrows(
            CommandException.class, () -> new ExportFolder(Path.of("/proc/site")).write(file));
    assertEquals("No folder can be created in /proc. Name another one.", refused.getMessage());
  }

  @Test
  void nothingIsHalfWritten() throws Exception {
    folder().write(files("index.html", "old"));
    var impossible = files("a", "a file", "a/b", "needs a folder of that name");
    assertThrows(CommandException.class, () -> folder().write(impossible));
    assertEquals(List.of("site/.workbook-export", "site/index.html"), all());
    assertEquals("old", Files.readString(above.resolve("site/index.html")));
  }

  @Test
  void whatAKilledExportLeavesIsPutInOrder() throws Exception {
    folder().write(files("index.html", "old"));
    // No process has so large a number; this one's is what a container gives to each first process.
    for (var process : List.of("999999999", ProcessHandle.current().pid() + "")) {
      var draft = Files.createDirectories(above.resolve(".site.export-" + process + "/lessons"));
      Files.writeString(draft.resolve("half.html"), "hal");
      Files.move(above.resolve("site"), above.resolve(".site.export-" + process + "-old"));
      var impossible = files("a", "a file", "a/b", "needs a folder of that name");
      assertThrows(CommandException.class, () -> folder().write(impossible));
      assertEquals(List.of("site/.workbook-export", "site/index.html"), all());
      assertEquals("old", Files.readString(above.resolve("site/index.html")));
    }
    var other = Files.writeString(above.resolve(".site.export-notes"), "mine");
    folder().write(files("index.html", "new"));
    assertEquals("new", Files.readString(above.resolve("site/index.html")));
    assertEquals("mine", Files.readString(other));
  }
}
