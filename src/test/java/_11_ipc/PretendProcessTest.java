package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _11_ipc.PretendProcess.Event;
import _11_ipc.PretendProcess.Place;
import _11_ipc.solution.SharedCounter;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often one may ask for a lock that another one has: on a slow machine that is very often.
@Tag("fast")
class PretendProcessTest {
  private static final int OFTEN = 10 * PretendProcess.PATIENCE;

  @TempDir private Path folder;
  private PretendProcess slow;
  private PretendProcess.Channel locked;
  private PretendProcess other;
  private PretendProcess.Channel wanted;

  @BeforeEach
  void twoProcessesAndAFile() throws IOException {
    var path = Files.createFile(folder.resolve("counter"));
    var locks = new PretendLocks();
    slow = new PretendProcess(path, locks, SharedCounter.class);
    locked = slow.channel();
    other = new PretendProcess(path, locks, SharedCounter.class);
    wanted = other.channel();
  }

  @AfterEach
  void end() {
    slow.kill();
    other.kill();
  }

  /// Holds it up before its second operation, while it has the lock.
  private void holdUp(Event event) throws IOException {
    slow.at(new Place(2, 0), event);
    try (var _ = locked.lock()) {
      locked.size();
    }
    assertTrue(slow.wasStopped());
  }

  @Test
  void anotherProcessMayAskAsOftenAsItLikesWhileTheOneWithTheLockIsHeldUp() throws IOException {
    holdUp(
        () -> {
          for (var time = 0; time < OFTEN; time++) {
            assertNull(wanted.tryLock());
          }
        });
    assertEquals(OFTEN, other.refusals());
    assertNotNull(wanted.tryLock());
  }

  @Test
  void soMayAnotherThreadOfTheSameProcess() throws IOException {
    var second = slow.channel();
    holdUp(
        () -> {
          for (var time = 0; time < OFTEN; time++) {
            assertThrows(OverlappingFileLockException.class, second::tryLock);
          }
        });
    assertNotNull(second.tryLock());
  }

  @Test
  void whoeverAsksForALockThatNobodyWillReleaseIsStopped() throws IOException {
    locked.lock();
    assertStopped();
  }

  @Test
  void andSoIsOneThatWasInterruptedAndAsksOn() throws IOException {
    holdUp(
        () -> {
          other.isPatient(false);
          assertStopped();
        });
  }

  private void assertStopped() {
    var stopped =
        assertThrows(
            AssertionError.class,
            () -> {
              for (var time = 0; time < 100 * PretendProcess.PATIENCE; time++) {
                wanted.tryLock();
              }
            });
    assertEquals(
        "after 500 operations on the file, a call still waits for what never happens",
        stopped.getMessage());
  }
}
