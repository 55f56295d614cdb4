package _11_ipc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("fast")
@EnabledOnOs(OS.LINUX)
class PosixSharedMemoryTest {
  private static final long BYTES = 100_000;

  private final String name = "/workbook-test-" + ProcessHandle.current().pid();

  @BeforeEach
  void isHere() {
    var missing = new SharedMemory(SpinPause.YIELD).missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @AfterEach
  void remove() throws IOException {
    PosixSharedMemory.remove(name);
  }

  @Test
  void itBeginsWithZerosAndIsShared() throws IOException {
    try (var arena = Arena.ofConfined()) {
      var one = PosixSharedMemory.create(name, BYTES, arena);
      var other = PosixSharedMemory.open(name, BYTES, arena);
      assertTrue(one.address() != other.address());
      for (var at = 0L; at < BYTES; at++) {
        assertEquals(0, other.get(JAVA_BYTE, at));
      }
      one.set(JAVA_LONG, BYTES - 8, 42);
      assertEquals(42, other.get(JAVA_LONG, BYTES - 8));
    }
  }

  @Test
  void itOutlivesWhoeverMadeIt() throws IOException {
    try (var arena = Arena.ofConfined()) {
      PosixSharedMemory.create(name, BYTES, arena).set(JAVA_LONG, 0, 42);
    }
    try (var arena = Arena.ofConfined()) {
      assertEquals(42, PosixSharedMemory.open(name, BYTES, arena).get(JAVA_LONG, 0));
    }
  }

  @Test
  void closingTheArenaTakesItAway() throws IOException {
    var arena = Arena.ofConfined();
    var memory = PosixSharedMemory.create(name, BYTES, arena);
    arena.close();
    assertThrows(IllegalStateException.class, () -> memory.get(JAVA_LONG, 0));
  }

  @Test
  void itsNameIsTakenOnlyOnce() throws IOException {
    try (var arena = Arena.ofConfined()) {
      PosixSharedMemory.create(name, BYTES, arena);
      var refused =
          assertThrows(IOException.class, () -> PosixSharedMemory.create(name, BYTES, arena));
      assertEquals("shm_open " + name + ": File exists", refused.getMessage());
    }
  }

  @Test
  void withoutItsNameItIsNotFoundButGoesOn() throws IOException {
    try (var arena = Arena.ofConfined()) {
      var one = PosixSharedMemory.create(name, BYTES, arena);
      var other = PosixSharedMemory.open(name, BYTES, arena);
      PosixSharedMemory.remove(name);
      PosixSharedMemory.remove(name); // nothing is left to remove
      assertThrows(IOException.class, () -> PosixSharedMemory.open(name, BYTES, arena));
      one.set(JAVA_LONG, 0, 42);
      assertEquals(42, other.get(JAVA_LONG, 0));
    }
  }

  @Test
  void moreThanThereIsIsRefusedAtOnceAndLeavesNothing() throws IOException {
    try (var arena = Arena.ofConfined()) {
      assertThrows(
          IOException.class, () -> PosixSharedMemory.create(name, Long.MAX_VALUE / 2, arena));
      PosixSharedMemory.create(name, BYTES, arena);
    }
  }
}
