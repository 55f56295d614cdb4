package _11_ipc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import workbook.process.JavaProcess;

/// A child process that runs [CounterProgram] with the learner's class.
public final class CounterProcess implements AutoCloseable {
  public static final String WAITS = "waits for the lock";
  public static final String WRITES = "is in the middle of a write";
  private static final String CLASS_PATH = "-cp";

  private final Process process;
  private final BufferedReader says;

  /// @param classes the folder that [#copy] has filled
  public CounterProcess(Path classes, Path file, long step, int write) throws IOException {
    var program =
        JavaProcess.builder(
            CounterProgram.class, file.toString(), Long.toString(step), Integer.toString(write));
    var command = program.command();
    var path = command.indexOf(CLASS_PATH) + 1;
    command.set(path, classes + File.pathSeparator + command.get(path));
    command.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    process = program.redirectErrorStream(true).start();
    says = process.inputReader(UTF_8);
  }

  /// Writes the learner's classes and this program's into a folder: the grader has them in its
  /// memory only.
  public static void copy(Class<?> type, Path classes) throws IOException {
    copy(type.getName().replace('.', '/'), type, classes);
    copy(CounterProgram.class.getName().replace('.', '/'), type, classes);
  }

  private static void copy(String name, Class<?> type, Path classes) throws IOException {
    var file = classes.resolve(name + ".class");
    if (Files.exists(file)) {
      return;
    }
    try (var in = type.getClassLoader().getResourceAsStream(name + ".class")) {
      if (in == null) {
        return; // only looks like a name
      }
      var bytes = in.readAllBytes();
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      var room = CounterProcess.class.getPackageName() + "/";
      var used = Pattern.compile(Pattern.quote(room) + "[\\w$/]+");
      for (var one : used.matcher(new String(bytes, ISO_8859_1)).results().toList()) {
        copy(one.group(), type, classes);
      }
    }
  }

  /// What it says next that is no lock; `ended` if it says nothing more. Blocks until then.
  public String news() throws IOException {
    for (var line = says.readLine(); line != null; line = says.readLine()) {
      if (!line.equals(WAITS)) {
        return line;
      }
    }
    return "ended";
  }

  /// What it says next. Blocks until then.
  public String next() throws IOException {
    var line = says.readLine();
    return line == null ? "ended" : line;
  }

  /// Lets it go on in the middle of a write.
  public void goOn() throws IOException {
    process.getOutputStream().close();
  }

  /// Ends it as `kill -9` does. Blocks until it has ended.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
