package _11_ipc;

import _10_servers.NativeFunction;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.stream.IntStream;

/// How calls of the C library fail: they answer -1, and `errno` tells why. For one thread at a
/// time.
final class Errno {
  // The numbers are those of Linux's errno.h.
  static final int ENOENT = 2; // there is no such thing
  static final int ESRCH = 3; // there is no such process
  static final int EINTR = 4; // a signal came in between
  static final int EMFILE = 24; // "Too many open files", and so it says of queues
  static final int ETIMEDOUT = 110;

  private final MemorySegment place;

  Errno(Arena arena) {
    this.place = NativeFunction.errorPlace(arena);
  }

  @FunctionalInterface
  interface Call {
    /// @param errno where the number of an error is left
    long invoke(MemorySegment errno) throws Throwable;
  }

  /// Blocks as long as the function does.
  ///
  /// @param what the function, and what it is called on
  /// @param expected errors that are no failure
  /// @return what the function answered; -1 when there was one of the expected errors
  /// @throws IOException after any other error, with the system's words
  long check(String what, Call call, int... expected) throws IOException {
    try {
      var answer = call.invoke(place);
      if (answer == -1 && IntStream.of(expected).noneMatch(this::is)) {
        throw NativeFunction.failure(what, place);
      }
      return answer;
    } catch (IOException | RuntimeException | Error passedOn) {
      throw passedOn;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible); // a function of the C library throws nothing
    }
  }

  private boolean is(int reason) {
    return NativeFunction.errorNumber(place) == reason;
  }

  /// Takes its name from an object of the system. Does nothing when there is none of that name.
  ///
  /// @param function for example `shm_unlink`
  static void unlink(String what, MethodHandle function, String name) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var path = arena.allocateFrom(name);
      new Errno(arena)
          .check(what + " " + name, errno -> (int) function.invokeExact(errno, path), ENOENT);
    }
  }

  /// Why these functions can't be called here, in a sentence; empty when they can.
  static Optional<String> missing(String... functions) {
    return missingOn(System.getProperty("os.name"), functions);
  }

  static Optional<String> missingOn(String system, String... functions) {
    if (!system.equals("Linux")) {
      return Optional.of(
          "The lesson calls %s() with the numbers of Linux's headers, and this is %s."
              .formatted(functions[0], system));
    }
    try {
      for (var function : functions) {
        NativeFunction.find(function, FunctionDescriptor.ofVoid());
      }
      return Optional.empty();
    } catch (UnsupportedOperationException notThere) {
      return Optional.of(notThere.getMessage());
    }
  }
}
