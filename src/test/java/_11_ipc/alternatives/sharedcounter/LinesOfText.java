package _11_ipc.alternatives.sharedcounter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import _11_ipc.FileCounter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Objects;

/// One number in each line, for people to read: the last line counts that has an end. It waits by
/// asking again and again, for threads and processes alike.
public final class LinesOfText implements FileCounter {
  private static final String LETTERS = "-0123456789\n";
  private static final int FULL = 4_000;
  private static final int PAUSE_MILLIS = 1;

  private final FileChannel file;

  public LinesOfText(FileChannel file) {
    this.file = Objects.requireNonNull(file);
  }

  @Override
  public long add(long step) throws IOException, InterruptedException {
    try (var _ = lock()) {
      var lines = lines();
      var sum = Math.addExact(last(lines), step);
      append(lines, sum);
      return sum;
    }
  }

  @Override
  public long get() throws IOException, InterruptedException {
    try (var _ = lock()) {
      return last(lines());
    }
  }

  /// Asks again and again: this process is refused with an exception, others with `null`.
  private FileLock lock() throws IOException, InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        var lock = file.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException anotherThread) {
        // Its turn will end.
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /// The lines that are complete.
  private String lines() throws IOException {
    if (file.size() > FULL) {
      throw new IOException("not a counter");
    }
    var bytes = ByteBuffer.allocate((int) file.size());
    while (bytes.hasRemaining()) {
      file.read(bytes, bytes.position());
    }
    var text = new String(bytes.array(), US_ASCII);
    if (!text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
      throw new IOException("not a counter");
    }
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private static long last(String lines) {
    var begin = lines.lastIndexOf('\n', lines.length() - 2) + 1;
    return lines.isEmpty() ? 0 : Long.parseLong(lines.substring(begin, lines.length() - 1));
  }

  private void append(String lines, long sum) throws IOException {
    var end = (long) lines.length();
    if (end > FULL - 50) {
      var newest = last(lines) + "\n";
      file.write(ByteBuffer.wrap(newest.getBytes(US_ASCII)), 0);
      end = newest.length();
    }
    file.truncate(end); // what somebody left unfinished
    file.write(ByteBuffer.wrap((sum + "\n").getBytes(US_ASCII)), end);
  }
}
