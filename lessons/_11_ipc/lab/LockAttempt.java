package _11_ipc.lab;

import _11_ipc.ProcessLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A process that wants a lock which another one may hold.
enum LockAttempt {
  LOCKED("it gets the lock"),
  STILL_WAITING("it keeps trying in vain"),
  FAILED("it gets an exception");

  private final String says;

  LockAttempt(String says) {
    this.says = says;
  }

  String says() {
    return says;
  }

  /// Tries again and again, and gives the lock back. Blocks, as long as the patience lasts.
  static LockAttempt of(ProcessLock lock, Path file, long patienceMillis)
      throws InterruptedException {
    var begin = System.nanoTime();
    try {
      var unlock = lock.tryLock(file);
      while (unlock.isEmpty()) {
        if (System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(patienceMillis)) {
          return STILL_WAITING;
        }
        TimeUnit.MILLISECONDS.sleep(1);
        unlock = lock.tryLock(file);
      }
      unlock.get().close();
      return LOCKED;
    } catch (IOException refused) {
      return FAILED;
    }
  }
}
