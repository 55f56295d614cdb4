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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files saved in the ways of editors.
@Tag("fast")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
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
    try (var watcher = saves()) {
      assertEquals(Optional.empty(), watcher.poll());
      Files.writeString(file, "class Tally { int a; }");
      assertEquals(file, watcher.awaitSave());
      Files.writeString(file, "class Tally { int b; }");
      assertEquals(file, watcher.awaitSave());
      assertEquals(Optional.empty(), watcher.poll());
    }
  }

  @Test
  void aDraftThatIsMovedOverIt() throws Exception {
    try (var watcher = saves()) {
      var draft = Files.writeString(folder.resolve(".Tally.java.swp"), "class Tally { int a; }");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      assertEquals(file, watcher.awaitSave());
    }
  }

  @Test
  void aFileThatIsMovedAwayAndMadeAnew() throws Exception {
    try (var watcher = saves()) {
      Files.move(file, folder.resolve("Tally.java~"));
      Files.writeString(file, "class Tally { int a; }");
      assertEquals(file, watcher.awaitSave());
      assertEquals("class Tally { int a; }", Files.readString(file));
    }
  }

  @Test
  void aFileThatWasNotThereBefore() throws Exception {
    try (var watcher = saves()) {
      Files.writeString(other, "class Other {}");
      assertEquals(other, watcher.awaitSave());
    }
  }

  @Test
  void aFolderThatWasNotThereBefore() throws Exception {
    var deep = folder.resolve("exercise/Deep.java");
    try (var watcher = new FileWatcher(List.of(deep))) {
      Files.createDirectories(deep.getParent());
      Files.writeString(deep, "class Deep {}");
      assertEquals(deep, watcher.awaitSave());
    }
  }

  @Test
  void aFileThatIsGoneForGood() throws Exception {
    try (var watcher = saves()) {
      Files.delete(file);
      assertEquals(file, watcher.awaitSave());
    }
  }

  @Test
  void waitingCanBeInterrupted() {
    try (var watcher = saves()) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, watcher::awaitSave);
    }
  }

  @Test
  void nothingToWatchIsNoNews() {
    try (var watcher = new FileWatcher(List.of())) {
      assertEquals(Optional.empty(), watcher.poll());
    }
  }
}
