package bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import workbook.process.JvmOptions;

/// What a command costs the processor, in user and system mode, with all processes it starts.
/// Unlike the time on the wall it says little of what else the machine does.
///
/// Several launchers, for example that of an older book, take turns: A B A B.
///
/// @param what the command
/// @param millis of each launcher its values, sorted
record ProcessorTime(String what, List<List<Double>> millis) {
  private static final int UNCOUNTED = 2;
  private static final int COUNTED = 15;

  /// So many runs make one value, because shells count in hundredths of a second.
  private static final int AT_ONCE = 3;

  /// The second line of `times` is that of the children: `0m0.12s 0m0.03s`.
  private static final String SCRIPT =
      "n=" + AT_ONCE + "; while [ $n -gt 0 ]; do \"$@\" >/dev/null 2>&1; n=$((n-1)); done; times";

  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

  /// @param launchers the scripts `target/workbook` to compare; `check` is left out where one of
  ///   them has no lessons beside it
  static List<ProcessorTime> measure(List<String> launchers)
      throws IOException, InterruptedException {
    var commands = new ArrayList<>(List.of("list", "explore races/lost-update", "show races"));
    if (launchers.stream().allMatch(one -> Files.isDirectory(home(one).resolve("lessons")))) {
      commands.add("check tally");
    }
    var all = new ArrayList<ProcessorTime>();
    for (var command : commands) {
      all.add(of(command, launchers.stream().map(one -> words(one, command)).toList()));
    }
    all.add(
        of(
            "a JVM that a lesson starts; beside it, one that reads the jar",
            children(launchers.getFirst())));
    return all;
  }

  private static Path home(String launcher) {
    return Path.of(launcher).toAbsolutePath().getParent().getParent();
  }

  private static List<String> words(String launcher, String command) {
    var words = new ArrayList<>(List.of(launcher));
    words.addAll(List.of(command.split(" ")));
    return words;
  }

  /// What a lesson starts, and the same from the jar.
  private static List<List<String>> children(String launcher) throws IOException {
    var target = Path.of(launcher).getParent();
    var libraries = Files.readString(target.resolve("classpath.txt")).strip();
    return List.of(
        child(target.resolve("classes"), libraries),
        child(target.resolve("workbook.jar"), libraries));
  }

  private static List<String> child(Path classes, String libraries) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmOptions.ALWAYS);
    command.addAll(List.of("-cp", classes + File.pathSeparator + libraries));
    command.add("_01_processes.EmptyProgram");
    return command;
  }

  private static ProcessorTime of(String what, List<List<String>> commands)
      throws IOException, InterruptedException {
    var millis = commands.stream().<List<Double>>map(_ -> new ArrayList<>()).toList();
    for (var run = -UNCOUNTED; run < COUNTED; run++) {
      for (var n = 0; n < commands.size(); n++) {
        var once = once(commands.get(n));
        if (run >= 0) {
          millis.get(n).add(once);
        }
      }
    }
    return new ProcessorTime(
        what, millis.stream().map(all -> all.stream().sorted().toList()).toList());
  }

  private static double once(List<String> command) throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
    words.addAll(command);
    var shell = new ProcessBuilder(words).start();
    var said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    shell.waitFor();
    return TIME.matcher(said.lines().toList().get(1))
            .results()
            .mapToDouble(
                time ->
                    Integer.parseInt(time.group(1)) * 60e3
                        + Double.parseDouble(time.group(2)) * 1e3)
            .sum()
        / AT_ONCE;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("| %s |".formatted(what));
    for (var all : millis) {
      text.append(" %.0f ms |".formatted(median(all)));
    }
    if (millis.size() > 1) {
      text.append(" %.2f |".formatted(median(millis.getFirst()) / median(millis.get(1))));
    }
    return text.toString();
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
