package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workbook.process.JavaProcess;

/// What becomes of a permit when its holder ends.
@Tag("fast")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PermitPoolTest {
  @Test
  void aLockComesBackWhenItsHolderEndsAndAPermitDoesNot() throws Exception {
    assertEquals(PermitPool.PERMITS, leftAfterAll("ByLocks"));
    assertEquals(0, leftAfterAll("BySemaphore"));
  }

  /// One holder is killed, and the other, which has two permits, closes its pool.
  private static int leftAfterAll(String kind) throws Exception {
    try (var folder = PermitHolder.place()) {
      var place = folder.path();
      var holder = JavaProcess.builder(PermitHolder.class, kind, place.toString()).start();
      try (var output = holder.inputReader();
          var pool = PermitHolder.open(kind, place)) {
        assertEquals(PermitHolder.HAS_ONE, output.readLine());
        assertTrue(pool.tryAcquire());
        assertTrue(pool.tryAcquire());
        assertFalse(pool.tryAcquire());
      } finally {
        holder.destroyForcibly().waitFor();
      }
      return left(kind, place);
    }
  }

  private static int left(String kind, Path place) throws IOException {
    try (var pool = PermitHolder.open(kind, place)) {
      var left = 0;
      while (pool.tryAcquire()) {
        left++;
      }
      return left;
    }
  }
}
