package _11_ipc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import _10_servers.NativeFunction;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Memory that several processes share, known to all of them by its name (shm_overview(7)).
final class PosixSharedMemory {
  private static final int READ_AND_WRITE = 0x2; // O_RDWR
  private static final int CREATE_NEW = 0x40 | 0x80; // O_CREAT | O_EXCL
  private static final int FOR_THIS_USER = 0600;
  private static final int PAGES_READ_AND_WRITE = 0x1 | 0x2; // PROT_READ | PROT_WRITE
  private static final int SHARED = 0x1; // MAP_SHARED

  private static final MethodHandle OPEN =
      NativeFunction.find("shm_open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
  private static final MethodHandle ALLOCATE =
      NativeFunction.find(
          "fallocate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle MAP =
      NativeFunction.find(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle UNMAP =
      NativeFunction.find("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      NativeFunction.find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle UNLINK =
      NativeFunction.find("shm_unlink", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  private PosixSharedMemory() {}

  /// Why this machine has none, in a sentence; empty when it has.
  static Optional<String> missing() {
    return Errno.missing("shm_open", "fallocate", "mmap");
  }

  /// Zeros.
  ///
  /// @param name begins with a slash and has no other
  /// @param arena takes the memory from this process when it is closed; the others keep it
  /// @throws IOException also when there is memory of that name, or not enough is left
  static MemorySegment create(String name, long bytes, Arena arena) throws IOException {
    var file = openFile(name, READ_AND_WRITE | CREATE_NEW);
    try {
      return map(file, bytes, arena);
    } catch (IOException e) {
      remove(name);
      throw e;
    }
  }

  /// @param bytes as many as were created
  /// @throws IOException also when there is no memory of that name
  static MemorySegment open(String name, long bytes, Arena arena) throws IOException {
    return map(openFile(name, READ_AND_WRITE), bytes, arena);
  }

  private static int openFile(String name, int flags) throws IOException {
    try (var here = Arena.ofConfined()) {
      var path = here.allocateFrom(name);
      return (int)
          new Errno(here)
              .check(
                  "shm_open " + name,
                  errno -> (int) OPEN.invokeExact(errno, path, flags, FOR_THIS_USER));
    }
  }

  /// Closes the file: its memory stays.
  private static MemorySegment map(int file, long bytes, Arena arena) throws IOException {
    try (var here = Arena.ofConfined()) {
      var call = new Errno(here);
      try {
        // Unlike ftruncate, it fails if there isn't so much memory. The first use of it would fail
        // otherwise, and end the process.
        call.check("fallocate", errno -> (int) ALLOCATE.invokeExact(errno, file, 0, 0L, bytes));
        var address =
            call.check(
                "mmap",
                errno ->
                    (long)
                        MAP.invokeExact(errno, 0L, bytes, PAGES_READ_AND_WRITE, SHARED, file, 0L));
        return segment(address, bytes, arena);
      } finally {
        call.check("close", errno -> (int) CLOSE.invokeExact(errno, file));
      }
    }
  }

  @SuppressWarnings("restricted") // the kernel has just said so
  private static MemorySegment segment(long address, long bytes, Arena arena) {
    return MemorySegment.ofAddress(address)
        .reinterpret(bytes, arena, mapped -> unmap(mapped.address(), bytes));
  }

  private static void unmap(long address, long bytes) {
    try (var here = Arena.ofConfined()) {
      new Errno(here).check("munmap", place -> (int) UNMAP.invokeExact(place, address, bytes));
    } catch (IOException neverMapped) {
      throw new AssertionError(neverMapped);
    }
  }

  /// Removes the name; the memory goes when the last process has unmapped it. Does nothing when
  /// there is none.
  static void remove(String name) throws IOException {
    Errno.unlink("shm_unlink", UNLINK, name);
  }
}
