package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workbook.process.JvmOptions;

/// What a JVM started for one measurement said, and how long it lived.
///
/// @param seconds from its start to its end
/// @param lines its output
record FreshJvm(double seconds, List<String> lines) {
  /// Runs a class of this class path to its end.
  static FreshJvm of(Class<?> main, String... args) throws IOException, InterruptedException {
    return after(List.of(), main, args);
  }

  /// The same behind another command, for example one that keeps it on one core.
  static FreshJvm after(List<String> command, Class<?> main, String... args)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(command);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JvmOptions.ALWAYS);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(args));
    var start = System.nanoTime();
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = process.inputReader()) {
      var lines = out.lines().toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(main.getName() + " ended with " + process.exitValue());
      }
      return new FreshJvm((System.nanoTime() - start) / 1e9, lines);
    } finally {
      process.destroyForcibly();
    }
  }
}
