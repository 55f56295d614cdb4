package workbook.grade.worker;

import java.io.IOException;
import java.io.OutputStream;

/// Where a test's `System.out` leads: the first bytes are passed on, the others counted.
public final class OutputCapture extends OutputStream {
  /// Bytes that are passed on of each test.
  public static final int SHOWN = 8_000;

  /// Bytes that a test may print.
  static final long MOST = 100_000_000;

  private final OutputStream to;
  private final Runnable tooMuch;
  private long printed;

  /// @param to is locked while it is written to
  /// @param tooMuch is called once a test has printed more than it may
  OutputCapture(OutputStream to, Runnable tooMuch) {
    this.to = to;
    this.tooMuch = tooMuch;
  }

  /// A test begins.
  synchronized void begin() {
    printed = 0;
  }

  /// How many bytes were not passed on.
  synchronized long unprinted() {
    return Math.max(0, printed - SHOWN);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    var shown = Math.clamp(SHOWN - printed, 0, length);
    if (shown > 0) {
      synchronized (to) {
        to.write(bytes, from, shown);
      }
    }
    printed += length;
    if (printed > MOST) {
      tooMuch.run();
    }
  }
}
