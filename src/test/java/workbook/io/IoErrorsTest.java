package workbook.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why a file could not be read or written.
@Tag("fast")
class IoErrorsTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatIsGoneIsToldFromOneInWhichNothingCanBeCreated() {
    var below = folder.resolve("gone").resolve("file");
    var gone = assertThrows(IOException.class, () -> Files.writeString(below, ""));
    assertEquals("its folder no longer exists", IoErrors.of(gone));
    var special = new NoSuchFileException(folder.resolve("file").toString());
    assertEquals("it doesn't exist, and can't be created", IoErrors.of(special));
  }
}
