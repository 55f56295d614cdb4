package workbook.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// Starts this Java again as a process of its own.
public final class JavaProcess {
  /// The options of this JVM that decide which code may be called. No other option is handed on:
  /// options that change the JIT compiler or the collector would change what a lesson shows.
  private static final List<String> HANDED_ON =
      List.of(
          "--enable-native-access",
          "--enable-preview",
          "--add-exports",
          "--add-modules",
          "--add-opens");

  /// Variables in which a JVM finds options, and tells so on its standard error.
  private static final List<String> NOT_HANDED_ON =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  static final String CLASS_PATH = "-cp";

  private JavaProcess() {}

  /// A JVM like this one, of the same Java and class path, that will run the `main` method of a
  /// class. It shares nothing else with this JVM: what the child should know, it must be told by
  /// arguments, environment or standard input.
  ///
  /// It prints UTF-8: read it with `process.inputReader(StandardCharsets.UTF_8)`.
  public static ProcessBuilder builder(Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> HANDED_ON.stream().anyMatch(option::startsWith))
        .forEach(command::add);
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(List.of(CLASS_PATH, classPath(main.getClassLoader()), main.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command);
    NOT_HANDED_ON.forEach(process.environment()::remove);
    return process;
  }

  /// What `java.class.path` says, and what a class loader added to it, as JShell's does.
  private static String classPath(ClassLoader loader) {
    var entries = new LinkedHashSet<String>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(JavaProcess::unpacked)
        .forEach(entries::add);
    if (loader instanceof URLClassLoader added) {
      Arrays.stream(added.getURLs())
          .filter(url -> url.getProtocol().equals("file"))
          .map(JavaProcess::pathOf)
          .forEach(entries::add);
    }
    entries.remove("");
    return String.join(File.pathSeparator, entries);
  }

  /// The classes of the book instead of the jar that was made of them: a JVM without a start-up
  /// cache starts sooner from a folder.
  private static String unpacked(String entry) {
    var file = Path.of(entry);
    var classes = file.resolveSibling("classes");
    return file.endsWith("workbook.jar") && Files.isDirectory(classes) ? classes.toString() : entry;
  }

  private static String pathOf(URL file) {
    try {
      return Path.of(file.toURI()).toString();
    } catch (URISyntaxException notEscaped) {
      return file.getPath();
    }
  }
}
