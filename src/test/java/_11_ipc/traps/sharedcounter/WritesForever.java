package _11_ipc.traps.sharedcounter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import _11_ipc.FileCounter;
import book.Trap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Objects;

@Trap(
    belief = "a log only ever grows",
    fails = "counting",
    saying = "the file has more than 4,096 bytes")
public final class WritesForever implements FileCounter {
  private static final String LETTERS = "-0123456789\n";
  private static final int PAUSE_MILLIS = 1;

  private final FileChannel file;

  public WritesForever(FileChannel file) {
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
    var bytes = ByteBuffer.allocate((int) file.size());
    while (bytes.hasRemaining()) {
      if (file.read(bytes, bytes.position()) < 0) {
        throw new IOException("the file is shorter than it was");
      }
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
    file.truncate(end); // what somebody left unfinished
    file.write(ByteBuffer.wrap((sum + "\n").getBytes(US_ASCII)), end);
  }
}
