package _04_locks;

import java.util.List;
import workbook.Scenario;

/// One thread writes a message and then says, under a lock, that it's there. Another reads it.
public abstract sealed class Publication implements Scenario {
  final Object lock = new Object();
  boolean ready; // guarded by the lock
  int message; // written before the lock is taken, and read after it has been released
  private int seen = 42;

  abstract boolean isReady();

  @Override
  public List<Body> bodies() {
    return List.of(this::write, this::read);
  }

  private void write() {
    message = 42;
    synchronized (lock) {
      ready = true;
    }
  }

  private void read() {
    if (isReady()) {
      seen = message;
    }
  }

  @Override
  public void check() {
    if (seen != 42) {
      throw new AssertionError("ready, but the message was " + seen);
    }
  }

  /// Looks without the lock: nothing orders what the two threads do.
  public static final class Broken extends Publication {
    @Override
    boolean isReady() {
      return ready;
    }
  }

  /// Looks under the lock: what was written before the unlock is there after the lock.
  public static final class Mended extends Publication {
    @Override
    boolean isReady() {
      synchronized (lock) {
        return ready;
      }
    }
  }
}
