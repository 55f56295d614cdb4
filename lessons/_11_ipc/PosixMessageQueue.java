package _11_ipc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import _10_servers.NativeFunction;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A queue of messages in the kernel, known to all processes by its name (mq_overview(7)). Each
/// object is for one thread at a time.
final class PosixMessageQueue implements AutoCloseable {
  private static final int READ_AND_WRITE = 0x2; // O_RDWR
  private static final int CREATE_NEW = 0x40 | 0x80; // O_CREAT | O_EXCL
  private static final int FOR_THIS_USER = 0600;

  /// `struct mq_attr`: flags, the most messages, the most bytes in one, and what isn't set here.
  private static final MemoryLayout ATTRIBUTES = MemoryLayout.sequenceLayout(8, JAVA_LONG);

  private static final MethodHandle OPEN =
      NativeFunction.find(
          "mq_open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle SEND =
      NativeFunction.find(
          "mq_timedsend",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));
  private static final MethodHandle RECEIVE =
      NativeFunction.find(
          "mq_timedreceive",
          FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
  private static final MethodHandle CLOSE =
      NativeFunction.find("mq_close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle UNLINK =
      NativeFunction.find("mq_unlink", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  private final Arena arena = Arena.ofShared();
  private final Errno errno = new Errno(arena);
  private final Timespec time = new Timespec(arena);
  private final int queue;

  private PosixMessageQueue(String name, int flags) throws IOException {
    try {
      var path = arena.allocateFrom(name);
      var attributes = arena.allocate(ATTRIBUTES);
      attributes.setAtIndex(JAVA_LONG, 1, mostMessages());
      attributes.setAtIndex(JAVA_LONG, 2, mostBytes());
      queue =
          (int)
              errno.check(
                  "mq_open " + name,
                  place -> (int) OPEN.invokeExact(place, path, flags, FOR_THIS_USER, attributes),
                  Errno.EMFILE);
      if (queue == -1) {
        throw new IOException(
            "mq_open %s: this user's queues fill what `ulimit -q` allows, or too many are open"
                .formatted(name));
      }
    } catch (IOException e) {
      arena.close();
      throw e;
    }
  }

  /// Why this machine has none, in a sentence; empty when it has.
  static Optional<String> missing() {
    return Errno.missing("mq_open", "mq_timedsend", "mq_timedreceive");
  }

  /// @param name begins with a slash and has no other
  /// @throws IOException also when there is a queue of that name
  static PosixMessageQueue create(String name) throws IOException {
    return new PosixMessageQueue(name, READ_AND_WRITE | CREATE_NEW);
  }

  /// @throws IOException also when there is no queue of that name
  static PosixMessageQueue open(String name) throws IOException {
    return new PosixMessageQueue(name, READ_AND_WRITE);
  }

  /// How many messages a queue of this class may hold.
  static long mostMessages() throws IOException {
    return Math.min(10, limit("msg_max"));
  }

  /// How long a message of this class may be.
  static long mostBytes() throws IOException {
    return Math.min(8192, limit("msgsize_max"));
  }

  private static long limit(String name) throws IOException {
    var file = Path.of("/proc/sys/fs/mqueue", name);
    if (!Files.exists(file)) {
      return Long.MAX_VALUE;
    }
    try (var text = Files.newBufferedReader(file)) { // not readString: read in parts, it ends early
      return Long.parseLong(text.readLine());
    }
  }

  /// Waits for room in the queue, but no longer than the limit.
  ///
  /// @return whether the message is in the queue; `false` also when a signal ended the wait
  boolean trySend(MemorySegment message, Duration limit) throws IOException {
    var end = time.in(limit);
    var answer =
        errno.check(
            "mq_timedsend",
            place -> (int) SEND.invokeExact(place, queue, message, message.byteSize(), 0, end),
            Errno.ETIMEDOUT,
            Errno.EINTR);
    return answer == 0;
  }

  /// Waits for a message, but no longer than the limit.
  ///
  /// @param room for the longest message
  /// @return the bytes of the message; -1 when there was none, or when a signal ended the wait
  long tryReceive(MemorySegment room, Duration limit) throws IOException {
    var end = time.in(limit);
    return errno.check(
        "mq_timedreceive",
        place ->
            (long)
                RECEIVE.invokeExact(place, queue, room, room.byteSize(), MemorySegment.NULL, end),
        Errno.ETIMEDOUT,
        Errno.EINTR);
  }

  @Override
  public void close() throws IOException {
    try (arena) {
      errno.check("mq_close", place -> (int) CLOSE.invokeExact(place, queue));
    }
  }

  /// Removes the name; the queue goes when the last process has closed it. Does nothing when there
  /// is none.
  static void remove(String name) throws IOException {
    Errno.unlink("mq_unlink", UNLINK, name);
  }
}
