package workbook.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import workbook.process.TempDirectory;

/// What a JVM does to itself before it runs the code of others, in two steps. Neither can be
/// undone.
///
/// First it becomes a stranger: it opens the files of Java and the libraries and no others, gains
/// no privilege from any program, and if it is root, it becomes nobody. Its memory cannot be read
/// through `/proc` any more, not even by itself. Then, when it knows what the code is for, it gives
/// up system calls.
public final class Confinement {
  /// The exit code of a JVM that could not do what it was told.
  private static final int FAILED = 76;

  private static final long NOBODY = 65_534;

  private static final int PR_SET_DUMPABLE = 4;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SECCOMP_SET_MODE_FILTER = 1;

  /// For every thread of the process, whoever has started it.
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;

  /// What a JVM and the C library may still read.
  private static final List<String> READABLE =
      List.of(
          "/usr/lib",
          "/usr/lib64",
          "/usr/share/zoneinfo",
          "/lib",
          "/lib64",
          "/etc/ld.so.cache",
          "/etc/localtime",
          "/etc/timezone",
          "/etc/host.conf",
          "/etc/hosts",
          "/etc/nsswitch.conf",
          "/etc/resolv.conf",
          "/proc",
          "/sys/fs/cgroup",
          "/sys/devices/system/cpu",
          "/dev/random",
          "/dev/urandom",
          "/dev/zero");

  /// What only those need that start programs.
  private static final List<String> PROGRAMS = List.of("/bin", "/usr/bin");

  private static final List<Path> WRITABLE = List.of(Path.of("/dev/null"));

  private static Sandbox sandbox = Sandbox.NONE;
  private static boolean done;

  private Confinement() {}

  /// The first step, for this thread and those that it starts. To be called by the main thread
  /// before it starts another. Does nothing in a JVM that was not told to. Ends one that fails.
  public static void enter() {
    sandbox = Sandbox.valueOf(System.getProperty(Sandbox.PROPERTY, Sandbox.NONE.name()));
    if (Boolean.getBoolean(Sandbox.REHEARSAL)) {
      rehearse();
    }
    if (sandbox != Sandbox.NONE) {
      orEnd(Confinement::becomeStranger);
    }
  }

  /// The second step, for all threads. Does nothing when it was done.
  ///
  /// @param ownMachine whether the code has to do with processes, sockets or files
  public static void close(boolean ownMachine) {
    if (sandbox != Sandbox.NONE && !done) {
      orEnd(calls -> filter(calls, ownMachine && sandbox.hasOwnMachine()));
      done = true;
    }
  }

  /// Does what takes a JVM long when it does it first, without any consequence.
  private static void rehearse() {
    Architecture.here()
        .ifPresent(
            here -> {
              try (var calls = new NativeCalls(here)) {
                new Landlock(calls).isThere();
                SeccompFilter.program(here, calls.call(SystemCall.GETPID), false);
                readable();
              } catch (IOException unknown) {
                // Then it just takes long.
              }
            });
  }

  private interface Step {
    void take(NativeCalls calls) throws IOException;
  }

  /// Whoever cannot be confined must not go on.
  private static void orEnd(Step step) {
    try (var calls = new NativeCalls(Architecture.here().orElseThrow())) {
      step.take(calls);
    } catch (IOException | RuntimeException failed) {
      System.err.println("The sandbox could not be set up: " + failed.getMessage() + ".");
      Runtime.getRuntime().halt(FAILED);
    }
  }

  private static void becomeStranger(NativeCalls calls) throws IOException {
    if (calls.call(SystemCall.GETEUID) == 0) {
      openAllJars();
      calls.call("setgroups", 0, 0);
      calls.call("setresgid", NOBODY, NOBODY, NOBODY);
      calls.call("setresuid", NOBODY, NOBODY, NOBODY);
    }
    calls.call(SystemCall.PRCTL, PR_SET_DUMPABLE, 0, 0, 0, 0);
    calls.call(SystemCall.PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    var landlock = new Landlock(calls);
    if (landlock.isThere()) {
      landlock.restrict(readable(), writable());
    } else if (sandbox == Sandbox.LANDLOCK) {
      throw new IOException("this kernel has no Landlock");
    }
  }

  /// Nobody may not open them. The loader of classes opens all when it looks for what is nowhere;
  /// that of resources keeps those it has ever connected to.
  private static void openAllJars() throws IOException {
    ClassLoader.getSystemResource("no/such/file");
    for (var entry : classPath()) {
      if (Files.isRegularFile(entry)) {
        URI.create("jar:" + entry.toUri() + "!/").toURL().openConnection().connect();
      }
    }
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  private static List<Path> readable() throws IOException {
    var all = new ArrayList<Path>();
    all.add(Path.of(System.getProperty("java.home")));
    all.addAll(classPath());
    READABLE.forEach(name -> all.add(Path.of(name)));
    if (sandbox.hasOwnMachine()) {
      PROGRAMS.forEach(name -> all.add(Path.of(name)));
    }
    try (var settings = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      settings.forEach(all::add); // where Debian keeps those of its own JDK
    }
    return all;
  }

  private static List<Path> writable() {
    var temporary = sandbox.hasOwnMachine() ? Stream.of(TempDirectory.shared()) : Stream.<Path>of();
    return Stream.concat(WRITABLE.stream(), temporary).toList();
  }

  private static void filter(NativeCalls calls, boolean ownMachine) throws IOException {
    var bytes =
        SeccompFilter.program(
            Architecture.here().orElseThrow(), calls.call(SystemCall.GETPID), ownMachine);
    var code = calls.arena().allocate(bytes.length, Long.BYTES);
    MemorySegment.copy(bytes, 0, code, JAVA_BYTE, 0, bytes.length);
    var program = calls.arena().allocate(2 * Long.BYTES, Long.BYTES);
    program.set(JAVA_SHORT_UNALIGNED, 0, (short) (bytes.length / SeccompFilter.BYTES));
    program.set(JAVA_LONG_UNALIGNED, Long.BYTES, code.address());
    calls.call(
        SystemCall.SECCOMP, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program.address());
  }
}
