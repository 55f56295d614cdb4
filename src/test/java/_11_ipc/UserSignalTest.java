package _11_ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workbook.Await;

@Tag("fast")
@EnabledOnOs(OS.LINUX)
class UserSignalTest {
  private static final int SIGNALLED = 128 + 10;

  @Test
  void aProcessIsToldOfASignal() throws Exception {
    var told = new CountDownLatch(3);
    UserSignal.onArrival(told::countDown);
    for (var n = 3; n > 0; n--) {
      assertEquals(n, told.getCount());
      UserSignal.send(ProcessHandle.current());
      var expected = n - 1;
      Await.until("it was told", () -> told.getCount() == expected);
    }
    SignalTurns.listen();
  }

  @Test
  void aProcessThatHasNotAskedIsEnded() throws Exception {
    var child = new ProcessBuilder("sleep", "600").start();
    try {
      UserSignal.send(child.toHandle());
      assertTrue(child.waitFor(1, TimeUnit.MINUTES));
      assertEquals(SIGNALLED, child.exitValue());
      UserSignal.send(child.toHandle()); // it has ended: nobody gets this one
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void thisSystemHasWhatItTakes() {
    assertTrue(UserSignal.missing().isEmpty());
  }
}
