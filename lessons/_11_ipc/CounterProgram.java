package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/// Adds to a counter once, in a process of its own, and tells how it goes on: `waits for the lock`,
/// `is in the middle of a write`, `made 7`.
///
/// In the middle of a write it waits for a line on standard input. The end of it will do, too.
///
/// The counter is the learner's class, known by its name only: the book is built without it.
public final class CounterProgram {
  private static final String COUNTER = "_11_ipc.exercise.SharedCounter";

  private CounterProgram() {}

  /// @param arguments the file, the step, and at which of its writes to wait; 0 for none
  public static void main(String... arguments) throws Exception {
    var write = Integer.parseInt(arguments[2]);
    try (var file = FileChannel.open(Path.of(arguments[0]), READ, WRITE)) {
      var told = new Told(file, new WaitingAt(write, System.in, System.out), System.out);
      var type = Class.forName(COUNTER).asSubclass(FileCounter.class);
      var counter = type.getConstructor(FileChannel.class).newInstance((FileChannel) told);
      System.out.println("made " + counter.add(Long.parseLong(arguments[1])));
    }
  }

  private static final class Told extends InstrumentedChannel {
    private final PrintStream out;

    Told(FileChannel file, Probe probe, PrintStream out) {
      super(file, probe);
      this.out = out;
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) throws IOException {
      var lock = tryLock(at, size, shared);
      return lock == null ? super.lock(at, size, shared) : lock;
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
      var lock = super.tryLock(at, size, shared);
      if (lock == null) {
        out.println("waits for the lock");
      }
      return lock;
    }
  }

  private static final class WaitingAt implements InstrumentedChannel.Probe {
    private final InputStream in;
    private final PrintStream out;
    private int left;

    WaitingAt(int write, InputStream in, PrintStream out) {
      left = write;
      this.in = in;
      this.out = out;
    }

    @Override
    public int before(String operation, int bytes) {
      return operation.equals("write") && --left == 0 ? bytes / 2 : GO_ON;
    }

    @Override
    public void stop() throws IOException {
      out.println("is in the middle of a write");
      while (in.read() > '\n') {
        // The rest of the line.
      }
    }
  }
}
