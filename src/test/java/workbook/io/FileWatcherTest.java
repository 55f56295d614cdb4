package workbook.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files saved in the ways of editors.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FileWatcherTest {
  @TempDir Path folder;
  private Path file;
  private Path other;

  @BeforeEach
  void writeTheFiles() throws IOException {
    file = Files.writeString(folder.resolve("Tally.java"), "class Tally {}");
    other = folder.resolve("Other.java");
  }

  private FileWatcher saves() {
    return new FileWatcher(List.of(file, other));
  }

  @Test
  void aFileThatIsWrittenOver() throws Exception {
    try (var saves = saves()) {
      assertEquals(Optional.empty(), saves.look());
      Files.writeString(file, "class Tally { int a; }");
      assertEquals(file, saves.next());
      Files.writeString(file, "class Tally { int b; }");
      assertEquals(file, saves.next());
      assertEquals(Optional.empty(), saves.look());
    }
  }

  @Test
  void aDraftThatIsMovedOverIt() throws Exception {
    try (var saves = saves()) {
      var draft = Files.writeString(folder.resolve(".Tally.java.swp"), "class Tally { int a; }");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      assertEquals(file, saves.next());
    }
  }

  @Test
  void aFileThatIsMovedAwayAndMadeAnew() throws Exception {
    try (var saves = saves()) {
      Files.move(file, folder.resolve("Tally.java~"));
      Files.writeString(file, "class Tally { int a; }");
      assertEquals(file, saves.next());
      assertEquals("class Tally { int a; }", Files.readString(file));
    }
  }

  @Test
  void aFileThatWasNotThereBefore() throws Exception {
    try (var saves = saves()) {
      Files.writeString(other, "class Other {}");
      assertEquals(other, saves.next());
    }
  }

  @Test
  void aFolderThatWasNotThereBefore() throws Exception {
    var deep = folder.resolve("exercise/Deep.java");
    try (var saves = new FileWatcher(List.of(deep))) {
      Files.createDirectories(deep.getParent());
      Files.writeString(deep, "class Deep {}");
      assertEquals(deep, saves.next());
    }
  }

  @Test
  void aFileThatIsGoneForGood() throws Exception {
    try (var saves = saves()) {
      Files.delete(file);
      assertEquals(file, saves.next());
    }
  }

  @Test
  void waitingCanBeInterrupted() {
    try (var saves = saves()) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, saves::next);
    }
  }

  @Test
  void nothingToWatchIsNoNews() {
    try (var saves = new FileWatcher(List.of())) {
      assertEquals(Optional.empty(), saves.look());
    }
  }
}
