package _11_ipc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import _10_servers.NativeFunction;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;

/// A semaphore of the kernel's, known to all processes by its name (sem_overview(7)). Each object
/// is for one thread at a time.
public final class PosixSemaphore implements AutoCloseable {
  private static final int CREATE_NEW = 0x40 | 0x80; // O_CREAT | O_EXCL
  private static final int FOR_THIS_USER = 0600;

  private static final int SEM_FAILED = 0;

  private static final FunctionDescriptor ON_IT = FunctionDescriptor.of(JAVA_INT, ADDRESS);
  private static final MethodHandle OPEN =
      NativeFunction.find(
          "sem_open",
          FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle POST = NativeFunction.find("sem_post", ON_IT);
  private static final MethodHandle TIMED_WAIT =
      NativeFunction.find("sem_timedwait", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle CLOSE = NativeFunction.find("sem_close", ON_IT);
  private static final MethodHandle UNLINK = NativeFunction.find("sem_unlink", ON_IT);

  private final Arena arena = Arena.ofShared();
  private final Errno errno = new Errno(arena);
  private final Timespec time = new Timespec(arena);
  private final MemorySegment semaphore;

  private PosixSemaphore(String name, int flags, int permits) throws IOException {
    try {
      var path = arena.allocateFrom(name);
      var address =
          errno.check(
              "sem_open " + name,
              place -> {
                var opened =
                    (MemorySegment) OPEN.invokeExact(place, path, flags, FOR_THIS_USER, permits);
                return opened.address() == SEM_FAILED ? -1 : opened.address();
              });
      semaphore = MemorySegment.ofAddress(address);
    } catch (IOException e) {
      arena.close();
      throw e;
    }
  }

  /// Why this machine has none, in a sentence; empty when it has.
  public static Optional<String> missing() {
    return Errno.missing("sem_open", "sem_timedwait");
  }

  /// @param name begins with a slash and has no other
  /// @throws IOException also when there is a semaphore of that name
  public static PosixSemaphore create(String name, int permits) throws IOException {
    return new PosixSemaphore(name, CREATE_NEW, permits);
  }

  /// @throws IOException also when there is no semaphore of that name
  public static PosixSemaphore open(String name) throws IOException {
    return new PosixSemaphore(name, 0, 0);
  }

  /// Takes a permit. Waits for one, but no longer than the limit.
  ///
  /// @return whether there was one; `false` also when a signal ended the wait
  public boolean tryAcquire(Duration limit) throws IOException {
    var end = time.in(limit);
    var answer =
        errno.check(
            "sem_timedwait",
            place -> (int) TIMED_WAIT.invokeExact(place, semaphore, end),
            Errno.ETIMEDOUT,
            Errno.EINTR);
    return answer == 0;
  }

  /// Gives a permit back, or a new one. Any process may do so.
  public void release() throws IOException {
    errno.check("sem_post", place -> (int) POST.invokeExact(place, semaphore));
  }

  /// Leaves the semaphore as it is. A permit that this process has taken does not come back.
  @Override
  public void close() throws IOException {
    try (arena) {
      errno.check("sem_close", place -> (int) CLOSE.invokeExact(place, semaphore));
    }
  }

  /// Removes the name. Processes that have opened the semaphore may go on with it. Does nothing
  /// when there is none.
  public static void remove(String name) throws IOException {
    Errno.unlink("sem_unlink", UNLINK, name);
  }
}
