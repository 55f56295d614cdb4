package workbook.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// Functions of the C library whose arguments are numbers and addresses.
///
/// All are called alike, with seven numbers: on both processors, they are in registers, and a
/// function looks at those it knows. So the JVM prepares one kind of call, which takes a while, and
/// not one for each function.
final class NativeCalls implements AutoCloseable {
  private static final int MOST = 7;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));
  private static final FunctionDescriptor SEVEN_NUMBERS =
      FunctionDescriptor.of(
          JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment state = arena.allocate(STATE);
  private final MethodHandle syscall = function("syscall");
  private final Architecture architecture;

  NativeCalls(Architecture architecture) {
    this.architecture = architecture;
  }

  Arena arena() {
    return arena;
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(String name) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        SEVEN_NUMBERS,
        Linker.Option.captureCallState("errno"));
  }

  /// Asks the kernel.
  ///
  /// @return what it says; 0 or more
  /// @throws IOException when it refuses
  long call(SystemCall call, long... arguments) throws IOException {
    var all = new long[arguments.length + 1];
    all[0] = call.number(architecture);
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return call(syscall, call.name(), all);
  }

  /// Calls a function that concerns every thread, where the system call of that name would only
  /// concern the one that calls.
  ///
  /// @throws IOException when it fails
  void call(String function, long... arguments) throws IOException {
    call(function(function), function, arguments);
  }

  private long call(MethodHandle handle, String name, long... arguments) throws IOException {
    var a = Arrays.copyOf(arguments, MOST);
    try {
      var said = (long) handle.invokeExact(state, a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
      if ((int) said == -1) {
        throw new IOException(
            "%s fails with error %d of Linux".formatted(name, (int) ERRNO.get(state, 0L)));
      }
      return said;
    } catch (IOException refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
