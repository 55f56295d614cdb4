package _10_servers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.stream.Stream;

/// A function of the C library, called from Java with the Foreign Function and Memory API (JEP
/// 454).
///
/// A function that fails tells why in `errno`, a variable of its thread. So each handle takes a
/// place for it as its first argument: [#errorPlace], for one thread at a time.
public final class NativeFunction {
  private static final Linker LINKER = Linker.nativeLinker();

  private NativeFunction() {}

  /// @param type what the function takes and returns, without the place for `errno`
  /// @return calling it blocks as long as the function does
  /// @throws UnsupportedOperationException when this system has no such function
  @SuppressWarnings("restricted") // this is what the restriction is about
  public static MethodHandle find(String name, FunctionDescriptor type, Linker.Option... options) {
    var function = LINKER.defaultLookup().find(name);
    if (function.isEmpty()) {
      throw new UnsupportedOperationException("This system has no " + name + "().");
    }
    var errno = Linker.Option.captureCallState("errno");
    var all = Stream.concat(Stream.of(options), Stream.of(errno)).toArray(Linker.Option[]::new);
    return LINKER.downcallHandle(function.get(), type, all);
  }

  public static MemorySegment errorPlace(Arena arena) {
    return arena.allocate(Linker.Option.captureStateLayout());
  }

  /// The number of the last error; the system's header `errno.h` names it.
  public static int errorNumber(MemorySegment errorPlace) {
    var errno = Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
    return (int) errno.get(errorPlace, 0L);
  }

  /// The last error in the system's words.
  ///
  /// @param what what was tried, for example `mq_open /workbook-17`
  @SuppressWarnings("restricted")
  public static IOException failure(String what, MemorySegment errorPlace) throws Throwable {
    var number = errorNumber(errorPlace);
    var strerror = find("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    var text = (MemorySegment) strerror.invokeExact(errorPlace, number);
    return new IOException(what + ": " + text.reinterpret(Long.MAX_VALUE).getString(0));
  }
}
