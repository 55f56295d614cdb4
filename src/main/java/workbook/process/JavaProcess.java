package workbook.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs a lesson starts as processes of their own: this Java again, Python, or anything on
/// the path.
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

  private JavaProcess() {}

  /// A JVM like this one, of the same Java and class path, that will run the `main` method of a
  /// class. It shares nothing else with this JVM: what the child should know, it must be told by
  /// arguments, environment or standard input.
  ///
  /// It prints UTF-8: read it with `process.inputReader(StandardCharsets.UTF_8)`.
  public static ProcessBuilder jvm(Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> HANDED_ON.stream().anyMatch(option::startsWith))
        .forEach(command::add);
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(List.of("-cp", classPath(main.getClassLoader()), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /// A Python that will run a script, or nothing where [#python()] finds none.
  ///
  /// The script is handed over as text, not as a file. Arguments may be added to the builder's
  /// command; the script finds them in `sys.argv[1:]`. Its output is UTF-8 and not buffered.
  ///
  /// @param room a class of the room that holds the script
  /// @param script the name of the file beside that class, for example `gil.py`
  /// @throws IllegalArgumentException when the room holds no such script
  public static Optional<ProcessBuilder> python(Class<?> room, String script) {
    var source = textBeside(room, script);
    return python()
        .map(
            python -> {
              var builder = new ProcessBuilder(python.toString(), "-u", "-c", source);
              builder.environment().put("PYTHONIOENCODING", "utf-8");
              return builder;
            });
  }

  /// The Python 3 on the path, or nothing when none is there that runs.
  ///
  /// Some systems put a placeholder there that only says where to get one, so it is tried: this
  /// blocks until a Python has started and ended.
  public static Optional<Path> python() {
    return find("python3").filter(JavaProcess::runs);
  }

  private static boolean runs(Path python) {
    try {
      return CompletedProcess.of(new ProcessBuilder(python.toString(), "-c", "pass")).code() == 0;
    } catch (IOException doesNotStart) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Where a program is that a person could start by typing its name.
  ///
  /// @param program a bare name, for example `strace`
  public static Optional<Path> find(String program) {
    var folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("", ".exe").map(end -> Path.of(folder, program + end)))
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// What `java.class.path` says, and what a class loader added to it, as JShell's does.
  private static String classPath(ClassLoader loader) {
    var entries = new LinkedHashSet<String>();
    entries.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    if (loader instanceof URLClassLoader added) {
      Arrays.stream(added.getURLs())
          .filter(url -> url.getProtocol().equals("file"))
          .map(JavaProcess::pathOf)
          .forEach(entries::add);
    }
    entries.remove("");
    return String.join(File.pathSeparator, entries);
  }

  private static String pathOf(URL file) {
    try {
      return Path.of(file.toURI()).toString();
    } catch (URISyntaxException notEscaped) {
      return file.getPath();
    }
  }

  private static String textBeside(Class<?> room, String name) {
    try (var file = room.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no " + name + " beside " + room.getName());
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
