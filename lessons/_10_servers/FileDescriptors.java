package _10_servers;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// File descriptors: the numbers by which the kernel knows the open files and sockets of a process.
final class FileDescriptors {
  private static final Path OPEN = Path.of("/dev/fd"); // on Linux and macOS

  private FileDescriptors() {}

  /// Why this system doesn't tell them, in a sentence; empty if it does.
  static Optional<String> missing() {
    return Files.isDirectory(OPEN)
        ? Optional.empty()
        : Optional.of("This system has no %s, where open sockets are found.".formatted(OPEN));
  }

  /// All that are open, and perhaps some that no longer are.
  static List<Integer> open() throws IOException {
    try (var files = Files.list(OPEN)) {
      return files.map(file -> Integer.valueOf(file.getFileName().toString())).toList();
    }
  }

  /// Calls a C function that takes and returns descriptors, for example `dup2`.
  ///
  /// @throws IOException when it returns -1
  static int call(String function, Integer... arguments) throws IOException {
    var ints = Collections.nCopies(arguments.length, JAVA_INT).toArray(MemoryLayout[]::new);
    var handle = NativeFunction.find(function, FunctionDescriptor.of(JAVA_INT, ints));
    try (var arena = Arena.ofConfined()) {
      var error = NativeFunction.errorPlace(arena);
      var result = (int) handle.bindTo(error).invokeWithArguments((Object[]) arguments);
      if (result == -1) {
        throw NativeFunction.failure(function + " " + arguments[0], error);
      }
      return result;
    } catch (IOException failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible); // a C function throws nothing
    }
  }
}
