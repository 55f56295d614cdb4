package workbook.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class NotebookDirectoryTest {
  @TempDir Path folder;

  @Test
  void aNotebookIsCalledByNumberByNameOrByBoth() throws IOException {
    var directory = new NotebookDirectory(folder);
    for (var name : List.of("README.md", "12_async.jsh", "03_races.jsh")) {
      Files.createFile(folder.resolve(name));
    }
    var races = folder.resolve("03_races.jsh");
    assertEquals(List.of(races, folder.resolve("12_async.jsh")), directory.files());
    for (var typed : List.of("3", "03", "races", " Races", "03_races", "03_races.jsh")) {
      assertEquals(Optional.of(races), directory.find(typed), typed);
    }
    for (var typed : List.of("", "1", "2", "race", "README", "../03_races")) {
      assertEquals(Optional.empty(), directory.find(typed), typed);
    }
  }

  @Test
  void aLessonMayHaveSeveral() throws IOException {
    for (var name : List.of("03_races.jsh", "09_structured.jsh", "09_futures.jsh", "099_x.jsh")) {
      Files.createFile(folder.resolve(name));
    }
    var directory = new NotebookDirectory(folder);
    assertEquals(
        List.of(folder.resolve("09_futures.jsh"), folder.resolve("09_structured.jsh")),
        directory.about("09"));
    assertEquals(Optional.of(folder.resolve("09_futures.jsh")), directory.find("9"));
    assertEquals(Optional.of(folder.resolve("09_structured.jsh")), directory.find("structured"));
  }

  @Test
  void aFolderThatIsNotThereHasNone() throws IOException {
    assertEquals(List.of(), new NotebookDirectory(folder.resolve("none")).files());
  }
}
