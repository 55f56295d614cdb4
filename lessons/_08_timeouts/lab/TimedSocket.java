package _08_timeouts.lab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/// A socket that measures its reads. For one thread, but for [#reading].
final class TimedSocket extends Socket {
  /// Opens when the first read begins.
  final CountDownLatch reading = new CountDownLatch(1);

  private double longest;

  /// The time that the longest read took, in ms.
  double longestRead() {
    return longest;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        reading.countDown();
        var watch = Stopwatch.start();
        try {
          return super.read();
        } finally {
          longest = Math.max(longest, watch.millis());
        }
      }
    };
  }
}
