package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.OpenDescriptors;

/// A lock that isn't taken leaves no file open.
@Tag("fast")
class ProcessLockTest {
  @Test
  void aLockThatThisProcessHasAlreadyLeavesNoFileOpen(@TempDir Path folder) throws IOException {
    var file = folder.toRealPath().resolve("lock");
    var lock = new ProcessLock.ByKernel();
    try (var _ = lock.tryLock(file).orElseThrow()) {
      assertThrows(OverlappingFileLockException.class, () -> lock.tryLock(file));
      assertEquals(List.of("" + file), OpenDescriptors.startingWith("" + file));
    }
    assertEquals(List.of(), OpenDescriptors.startingWith("" + file));
  }
}
