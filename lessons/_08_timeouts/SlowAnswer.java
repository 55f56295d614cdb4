package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// An answer comes a byte at a time and never ends. When does the client's limit fire?
public abstract sealed class SlowAnswer {
  final int limit;

  private SlowAnswer(int limit) {
    this.limit = limit;
  }

  /// Milliseconds for the next read.
  abstract int limit(long deadline) throws SocketTimeoutException;

  /// @return whether the limit fired before so many bytes had come
  public final boolean firesWithin(int bytes, Socket server) throws IOException {
    var deadline = System.nanoTime() + limit * 1_000_000L;
    try {
      for (var got = 0; got < bytes; got++) {
        server.setSoTimeout(limit(deadline));
        server.getInputStream().read();
      }
      return false;
    } catch (SocketTimeoutException fired) {
      return true;
    }
  }

  /// A limit for each read.
  public static final class Broken extends SlowAnswer {
    public Broken(int limit) {
      super(limit);
    }

    @Override
    int limit(long deadline) {
      return limit;
    }
  }

  /// A limit for all reads together: each gets what is left.
  public static final class Mended extends SlowAnswer {
    public Mended(int limit) {
      super(limit);
    }

    @Override
    int limit(long deadline) throws SocketTimeoutException {
      var left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new SocketTimeoutException("the time for the whole answer is up");
      }
      // rounded up: 0 would be no limit at all
      return (int) Math.ceilDiv(left, 1_000_000);
    }
  }
}
