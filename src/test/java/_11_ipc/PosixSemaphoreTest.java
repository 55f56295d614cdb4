package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("fast")
@EnabledOnOs(OS.LINUX)
class PosixSemaphoreTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final String name = "/workbook-test-" + ProcessHandle.current().pid();

  @BeforeEach
  void isHere() {
    assumeTrue(PosixSemaphore.missing().isEmpty(), () -> PosixSemaphore.missing().orElse(""));
  }

  @AfterEach
  void remove() throws IOException {
    PosixSemaphore.remove(name);
  }

  @Test
  void itHasAsManyPermitsAsItWasGiven() throws IOException {
    try (var semaphore = PosixSemaphore.create(name, 2)) {
      assertTrue(semaphore.tryAcquire(LONG));
      assertTrue(semaphore.tryAcquire(LONG));
      assertFalse(semaphore.tryAcquire(NOT_AT_ALL));
      semaphore.release();
      assertTrue(semaphore.tryAcquire(LONG));
      assertFalse(semaphore.tryAcquire(NOT_AT_ALL));
    }
  }

  @Test
  void aWaitIsNotShorterThanItsLimit() throws IOException {
    try (var semaphore = PosixSemaphore.create(name, 0)) {
      var begin = System.nanoTime();
      assertFalse(semaphore.tryAcquire(SHORT));
      // 1 ms less: it is measured with another clock
      assertTrue(System.nanoTime() - begin >= SHORT.minusMillis(1).toNanos());
    }
  }

  @Test
  void whoKnowsTheNameSharesThePermits() throws IOException {
    try (var one = PosixSemaphore.create(name, 0);
        var other = PosixSemaphore.open(name)) {
      other.release();
      assertTrue(one.tryAcquire(LONG));
      assertFalse(other.tryAcquire(NOT_AT_ALL));
    }
  }

  @Test
  void aPermitThatIsTakenDoesNotComeBackByClosing() throws IOException {
    try (var semaphore = PosixSemaphore.create(name, 1)) {
      assertTrue(semaphore.tryAcquire(LONG));
    }
    try (var semaphore = PosixSemaphore.open(name)) {
      assertFalse(semaphore.tryAcquire(NOT_AT_ALL));
    }
  }

  @Test
  void aWaitEndsWhenAnotherThreadReleases() throws Exception {
    try (var one = PosixSemaphore.create(name, 0);
        var other = PosixSemaphore.open(name)) {
      var thread = Thread.ofPlatform().start(() -> assertDoesRelease(other));
      assertTrue(one.tryAcquire(LONG));
      thread.join();
    }
  }

  private static void assertDoesRelease(PosixSemaphore semaphore) {
    try {
      semaphore.release();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itsNameIsTakenOnlyOnce() throws IOException {
    try (var first = PosixSemaphore.create(name, 1)) {
      var refused = assertThrows(IOException.class, () -> PosixSemaphore.create(name, 1));
      assertEquals("sem_open " + name + ": File exists", refused.getMessage());
      assertTrue(first.tryAcquire(LONG));
    }
  }

  @Test
  void withoutItsNameItIsNotFoundButGoesOn() throws IOException {
    try (var semaphore = PosixSemaphore.create(name, 1)) {
      PosixSemaphore.remove(name);
      PosixSemaphore.remove(name); // nothing is left to remove
      var refused = assertThrows(IOException.class, () -> PosixSemaphore.open(name));
      assertEquals("sem_open " + name + ": No such file or directory", refused.getMessage());
      assertTrue(semaphore.tryAcquire(LONG));
    }
  }

  @Test
  void otherSystemsAreRefusedInASentence() {
    assertEquals(
        Optional.of(
            "The lesson calls sem_open() with the numbers of Linux's headers, and this is Plan 9."),
        Errno.missingOn("Plan 9", "sem_open"));
    assertEquals(
        Optional.of("This system has no sem_of_old()."), Errno.missing("sem_open", "sem_of_old"));
  }
}
