package workbook.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import workbook.process.Executables;
import workbook.process.TempDirectory;

/// The program `bwrap`, which starts another one in namespaces of its own. See bwrap(1).
///
/// It isn't told to end with its parent: for Linux, that's the thread that has started it.
final class Bubblewrap {
  /// Bytes that all temporary files may have together.
  private static final String DISK = Integer.toString(64 << 20);

  private static final String JAR = ".jar";
  private static final String AOT_CACHE = "-XX:AOTCache=";

  /// Links where the distribution has only one folder of programs, and folders where it has two.
  private static final List<String> SYSTEM = List.of("/usr", "/bin", "/lib", "/lib64");

  private static final List<String> SETTINGS =
      List.of(
          "/etc/ld.so.cache",
          "/etc/localtime",
          "/etc/timezone",
          "/etc/host.conf",
          "/etc/hosts",
          "/etc/nsswitch.conf");

  private Bubblewrap() {}

  static Optional<Path> program() {
    return Executables.find("bwrap");
  }

  /// Lets it start a JVM.
  ///
  /// @param jvm complete
  /// @param temp its folder, of which it sees nothing but its own jar
  static void putAround(ProcessBuilder jvm, TempDirectory temp) {
    var wrapped = new ArrayList<String>();
    wrapped.add(program().orElseThrow().toString());
    wrapped.addAll(namespaces());
    wrapped.addAll(List.of("--size", DISK, "--perms", "1777", "--tmpfs"));
    wrapped.add(TempDirectory.shared().toString());
    SYSTEM.forEach(folder -> addSystem(wrapped, Path.of(folder)));
    wrapped.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    wrapped.addAll(List.of("--perms", "0777", "--dir", temp.path().toString()));
    var folders = new HashSet<>(List.of(TempDirectory.shared(), temp.path()));
    Stream.concat(SETTINGS.stream().map(Path::of), javaOf(jvm.command()))
        .distinct()
        .filter(path -> Files.exists(path) && !path.startsWith(SYSTEM.getFirst()))
        .forEach(path -> addReadable(wrapped, path, folders));
    wrapped.addAll(List.of("--chdir", temp.path().toString()));
    jvm.command().addAll(0, wrapped);
  }

  /// Root needs none to be root in, and must be able to become nobody.
  private static List<String> namespaces() {
    var options = new ArrayList<String>();
    options.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
    options.addAll(List.of("--unshare-cgroup-try", "--new-session", "--cap-drop", "ALL"));
    if (isRoot()) {
      options.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"));
    } else {
      options.add("--unshare-user");
    }
    return options;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  private static void addSystem(List<String> options, Path folder) {
    try {
      if (Files.isSymbolicLink(folder)) {
        var target = Files.readSymbolicLink(folder).toString();
        options.addAll(List.of("--symlink", target, folder.toString()));
      } else if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        options.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
      }
    } catch (IOException unreadable) {
      // Without it, the JVM does not start, and the sandbox does not hold.
    }
  }

  /// Somebody else may look into the folders above it, too.
  private static void addReadable(List<String> options, Path path, Set<Path> folders) {
    for (var at = 1; at < path.getNameCount(); at++) {
      var folder = path.getRoot().resolve(path.subpath(0, at));
      if (folders.add(folder)) {
        options.addAll(List.of("--perms", "0755", "--dir", folder.toString()));
      }
    }
    options.addAll(List.of("--ro-bind", path.toString(), path.toString()));
  }

  /// What a JVM needs to read: Java, the class path and the start-up cache.
  private static Stream<Path> javaOf(List<String> command) {
    var caches =
        command.stream()
            .filter(option -> option.startsWith(AOT_CACHE))
            .map(option -> option.substring(AOT_CACHE.length()));
    var jars =
        command.stream()
            .filter(option -> option.endsWith(JAR))
            .flatMap(option -> Arrays.stream(option.split(File.pathSeparator)));
    return Stream.of(Stream.of(System.getProperty("java.home")), caches, jars)
        .flatMap(paths -> paths)
        .map(path -> Path.of(path).toAbsolutePath());
  }
}
