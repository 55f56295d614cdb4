package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/// Writes to a server that does not read. When does it stop, and who can stop it?
public final class StalledWriter {
  private static final byte[] CHUNK = new byte[10_000];
  private final Socket server;
  private volatile long written;
  private volatile boolean isDone;

  public StalledWriter(Socket server) {
    this.server = server;
  }

  /// Writes chunk after chunk.
  ///
  /// @param most how many bytes, at most
  /// @param limit milliseconds
  public long write(long most, int limit) throws IOException {
    try {
      server.setSoTimeout(limit);
      while (written < most) {
        server.getOutputStream().write(CHUNK);
        written += CHUNK.length; // only this thread changes it
      }
      return written;
    } finally {
      isDone = true;
    }
  }

  /// A watchdog for another thread: blocks until nothing has moved for so long.
  ///
  /// @return whether the writer is stuck in its write
  public boolean awaitStall(int millis) throws InterruptedException {
    long before;
    do {
      before = written;
      TimeUnit.MILLISECONDS.sleep(millis);
    } while (written != before || (before == 0 && !isDone));
    return !isDone;
  }

  /// What `write` had handed to the kernel so far, in bytes.
  public long written() {
    return written;
  }
}
