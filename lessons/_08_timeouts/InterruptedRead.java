package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Reads that somebody interrupts. Which of them notice?
public final class InterruptedRead {
  private InterruptedRead() {}

  /// @return the byte, or -1 at the end
  public static int stream(Socket from) throws IOException {
    return from.getInputStream().read();
  }

  /// @return how many bytes came, or -1 at the end
  public static int channel(SocketChannel from) throws IOException {
    return from.read(ByteBuffer.allocate(1));
  }

  /// Looks up now and then: is it still wanted?
  ///
  /// @return the byte, or -1 at the end
  /// @throws InterruptedException when it isn't
  public static int inShortReads(Socket from, int limit) throws IOException, InterruptedException {
    from.setSoTimeout(limit);
    while (true) {
      try {
        return from.getInputStream().read();
      } catch (SocketTimeoutException nothingYet) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while waiting for a byte");
        }
      }
    }
  }
}
