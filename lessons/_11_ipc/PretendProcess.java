package _11_ipc;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workbook.process.TaskStat;

/// A process that shares a counter's file with others. In truth they are all in this JVM, but each
/// has static fields of its own, channels of its own, and file locks that keep out the others.
///
/// It can be told at which operation on the file, and after how many bytes, something happens:
/// another process has its turn, the disk fails, or this process is killed. A killed one has no
/// locks, and whatever its code still does has no effect.
public final class PretendProcess implements AutoCloseable, InstrumentedChannel.Probe {
  /// Operations of one process, many times what a right answer needs.
  public static final int PATIENCE = 500;

  /// Operations of one that asks again and again while the thread that is to let it go on waits for
  /// a processor.
  private static final int MOST = 50 * PATIENCE;

  private final Path path;
  private final PretendLocks locks;
  private final Class<?> type;
  private final List<Channel> channels = new ArrayList<>();
  private Place stopsAt = Place.NOWHERE;
  private Event event = () -> {};
  private Place now = Place.NOWHERE;
  private String operation = "";
  private int bytes;
  private int refusals;
  private boolean patient = true;
  private volatile boolean dead;

  /// @param type the class of its counters
  public PretendProcess(Path path, PretendLocks locks, Class<?> type) {
    this.path = path;
    this.locks = locks;
    try {
      this.type = new Loader(type).loadClass(type.getName());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /// Where in a call it is stopped.
  ///
  /// @param operation which one of the call, from 1 up
  /// @param bytes how many were read or written when it is stopped in the middle of that
  public record Place(int operation, int bytes) {
    public static final Place NOWHERE = new Place(0, 0);
    public static final Place FIRST = new Place(1, 0);
  }

  /// What happens there.
  public interface Event {
    void happen() throws IOException;
  }

  /// The process is no more.
  private static final class KilledError extends Error {
    private static final long serialVersionUID = 1;

    KilledError() {
      super("killed", null, false, false);
    }
  }

  /// A counter with a channel of its own.
  public FileCounter counter() throws IOException {
    return counter(channel());
  }

  public FileCounter counter(FileChannel channel) {
    try {
      return (FileCounter) type.getConstructor(FileChannel.class).newInstance(channel);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("the constructor SharedCounter(FileChannel) fails", e);
    }
  }

  public Channel channel() throws IOException {
    var channel = new Channel(FileChannel.open(path, READ, WRITE));
    synchronized (this) {
      channels.add(channel);
    }
    return channel;
  }

  /// Begins to count operations anew, and lets something happen at one of them.
  public synchronized void at(Place place, Event what) {
    now = Place.NOWHERE;
    stopsAt = place;
    operation = "";
    event = what;
  }

  /// From now on nothing happens.
  public void undisturbed() {
    at(Place.NOWHERE, () -> {});
  }

  @Override
  public synchronized int before(String name, int length) {
    goOnIfAlive();
    if (now.operation >= MOST || now.operation >= PATIENCE && !TaskStat.isAnyOtherThreadAwake()) {
      throw new AssertionError(
          "after 500 operations on the file, a call still waits for what never happens");
    }
    now = new Place(now.operation + 1, 0);
    if (now.operation != stopsAt.operation) {
      return GO_ON;
    }
    now = stopsAt;
    operation = name;
    bytes = length;
    return stopsAt.bytes;
  }

  @Override
  public void stop() throws IOException {
    locks.holdUp(true);
    try {
      event.happen();
    } finally {
      locks.holdUp(false);
    }
    goOnIfAlive();
  }

  void goOnIfAlive() {
    if (dead) {
      throw new KilledError();
    }
  }

  /// Whether it has come to the operation where something was to happen.
  public synchronized boolean wasStopped() {
    return !operation.isEmpty();
  }

  /// Where it was stopped, for example `in operation 4, write, after 7 of its 24 bytes`.
  public synchronized String place() {
    return stopsAt.bytes == 0
        ? "before operation %d, %s".formatted(stopsAt.operation, operation)
        : "in operation %d, %s, after %d of its %d bytes"
            .formatted(stopsAt.operation, operation, stopsAt.bytes, bytes);
  }

  /// What it was about to do where it was stopped, for example `write`.
  public synchronized String operation() {
    return operation;
  }

  /// The place after this one, where it was stopped, all bytes of a `write` among them.
  public synchronized Place next() {
    return isWriting() && stopsAt.bytes + 1 < bytes
        ? new Place(stopsAt.operation, stopsAt.bytes + 1)
        : new Place(stopsAt.operation + 1, 0);
  }

  /// As [#next], but in a `write` only its middle and its last byte but one.
  public synchronized Place nextOfFew() {
    var half = Math.max(1, bytes / 2);
    var next = stopsAt.bytes < half ? half : bytes - 1;
    return isWriting() && stopsAt.bytes < next && next < bytes
        ? new Place(stopsAt.operation, next)
        : new Place(stopsAt.operation + 1, 0);
  }

  /// The place after this one, where it was stopped, the quarters of a `read` among them.
  public synchronized Place nextOfReads() {
    var next = stopsAt.bytes + Math.max(1, bytes / 4);
    return operation.equals("read") && next < bytes
        ? new Place(stopsAt.operation, next)
        : new Place(stopsAt.operation + 1, 0);
  }

  private boolean isWriting() {
    return operation.equals("write");
  }

  /// Ends it, in the middle of whatever it does.
  public void kill() {
    dead = true;
    closeChannels();
  }

  boolean isDead() {
    return dead;
  }

  /// It was told that a lock is taken. As long as one that may have the lock can still go on, how
  /// often somebody can ask is a matter of the machine, so that operation does not count.
  ///
  /// @param byOneHeldUp whether one that may have the lock goes on later
  synchronized void refused(boolean byOneHeldUp) {
    refusals++;
    if (patient
        && (stopsAt.equals(Place.NOWHERE) || wasStopped())
        && (byOneHeldUp || TaskStat.isAnyOtherThreadAwake())) {
      now = new Place(now.operation - 1, 0);
    }
  }

  /// Whether operations count only when nobody is held up. If not, every one counts.
  synchronized void isPatient(boolean with) {
    patient = with;
  }

  synchronized int refusals() {
    return refusals;
  }

  @Override
  public void close() {
    closeChannels();
  }

  private void closeChannels() {
    List<Channel> open;
    synchronized (this) {
      open = List.copyOf(channels);
    }
    for (var channel : open) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A channel of this process.
  public final class Channel extends InstrumentedChannel {
    private Channel(FileChannel file) {
      super(file, PretendProcess.this);
    }

    PretendProcess process() {
      return PretendProcess.this;
    }

    @Override
    public FileLock lock(long at, long size, boolean shared) throws IOException {
      ask("lock");
      try {
        return locks.acquire(this, new PretendLocks.Region(at, size, shared), true);
      } catch (FileLockInterruptionException interrupted) {
        close(); // as every channel does in which a thread waits that is interrupted
        throw interrupted;
      }
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
      ask("tryLock");
      return locks.acquire(this, new PretendLocks.Region(at, size, shared), false);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      super.implCloseChannel();
      locks.release(this);
    }
  }

  /// Loads the learner's classes once more. All others are the same for everyone.
  private static final class Loader extends ClassLoader {
    private final String room;

    Loader(Class<?> type) {
      super(type.getClassLoader());
      room = type.getPackageName() + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(room)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        return loaded != null ? loaded : defined(name);
      }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
      try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        var bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
