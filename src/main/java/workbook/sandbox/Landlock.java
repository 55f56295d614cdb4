package workbook.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Landlock of the Linux kernel, 5.13 or newer: from now on, this thread and those it starts can
/// only open the files that were named. See landlock(7).
final class Landlock {
  private static final long EXECUTE = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_DIR = 1 << 3;
  private static final long FIRST_THIRTEEN = (1 << 13) - 1;
  private static final long REFER = 1 << 13;
  private static final long TRUNCATE = 1 << 14;
  private static final long IOCTL_DEV = 1 << 15;

  /// What can be done with a file, not with a folder.
  private static final long OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE;

  private static final int AT_FDCWD = -100;
  private static final int O_PATH_CLOEXEC = 0x280000;
  private static final int PATH_BENEATH = 1;
  private static final int ASK_VERSION = 1;

  /// The version that knows TRUNCATE; without it, a file can be emptied that cannot be opened.
  private static final int LEAST = 3;

  private static final int IOCTL = 5;

  private final NativeCalls calls;

  Landlock(NativeCalls calls) {
    this.calls = calls;
  }

  /// Whether the kernel has it, and it is switched on.
  boolean isThere() {
    try {
      return version() >= LEAST;
    } catch (IOException unknown) {
      return false;
    }
  }

  private long version() throws IOException {
    return calls.call(SystemCall.LANDLOCK_CREATE_RULESET, 0, 0, ASK_VERSION);
  }

  /// Restricts this thread for good.
  ///
  /// @param readable files, and folders with all that is in them; those that are missing are left
  ///   out
  /// @param writable folders in which everything may be done
  void restrict(List<Path> readable, List<Path> writable) throws IOException {
    var version = version();
    var handled = FIRST_THIRTEEN | REFER | TRUNCATE | (version >= IOCTL ? IOCTL_DEV : 0);
    var attributes = calls.arena().allocate(8, 8);
    attributes.set(JAVA_LONG_UNALIGNED, 0, handled);
    var rules = calls.call(SystemCall.LANDLOCK_CREATE_RULESET, attributes.address(), 8, 0);
    for (var path : readable) {
      allow(rules, path, EXECUTE | READ_FILE | READ_DIR);
    }
    for (var path : writable) {
      allow(rules, path, handled);
    }
    calls.call(SystemCall.LANDLOCK_RESTRICT_SELF, rules, 0);
    calls.call(SystemCall.CLOSE, rules);
  }

  private void allow(long rules, Path path, long rights) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    var name = calls.arena().allocateFrom(path.toString());
    var file = calls.call(SystemCall.OPENAT, AT_FDCWD, name.address(), O_PATH_CLOEXEC, 0);
    MemorySegment rule = calls.arena().allocate(12, 8);
    rule.set(JAVA_LONG_UNALIGNED, 0, Files.isDirectory(path) ? rights : rights & OF_FILES);
    rule.set(JAVA_INT_UNALIGNED, 8, (int) file);
    calls.call(SystemCall.LANDLOCK_ADD_RULE, rules, PATH_BENEATH, rule.address(), 0);
    calls.call(SystemCall.CLOSE, file);
  }
}
