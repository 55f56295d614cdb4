package workbook.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// What a process and all that it starts have in common, and nobody else has. It finds those whose
/// parent died before them, which no process tree shows any more. On Linux only.
///
/// It is a variable of the environment, and a resource limit. A program may be started with an
/// environment of its own, as `env -i` does; the limit stays. It is the one on resident memory,
/// which Linux hands on and otherwise ignores, see getrlimit(2).
///
/// @param kilobytes the limit, more than any machine has; chosen at random
public record ProcessMark(long kilobytes) {
  private static final String VARIABLE = "WORKBOOK_RUN";
  private static final String LIMIT = "Max resident set ";

  /// Sets the limit, where it may be set, and becomes the program.
  private static final String SCRIPT = "ulimit -m %d 2>/dev/null || :; exec \"$0\" \"$@\"";

  private static final Path SHELL = Path.of("/bin/sh");
  private static final long LEAST = 1L << 40;

  /// One that no process carries yet.
  public static ProcessMark random() {
    return new ProcessMark(ThreadLocalRandom.current().nextLong(LEAST, 2 * LEAST));
  }

  /// The one that this process carries.
  static Optional<ProcessMark> own() {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .map(kilobytes -> new ProcessMark(Long.parseLong(kilobytes)));
  }

  /// Lets a program and all that it starts carry this mark. To be called when the command is
  /// complete.
  ///
  /// @return the same
  public ProcessBuilder putOn(ProcessBuilder program) {
    program.environment().put(VARIABLE, Long.toString(kilobytes));
    if (TaskStat.IS_TOLD && Files.isExecutable(SHELL)) {
      program.command().addAll(0, List.of(SHELL.toString(), "-c", SCRIPT.formatted(kilobytes)));
    }
    return program;
  }

  /// Whether a process carries it; no where the system does not tell.
  boolean isOn(ProcessHandle process) {
    return List.of(read(process, "environ").split("\0")).contains(VARIABLE + "=" + kilobytes)
        || read(process, "limits")
            .lines()
            .filter(line -> line.startsWith(LIMIT))
            .anyMatch(this::is);
  }

  private boolean is(String limit) {
    return List.of(limit.split(" +")).contains(Long.toString(kilobytes * 1024));
  }

  private static String read(ProcessHandle process, String name) {
    try {
      var file = Path.of("/proc", Long.toString(process.pid()), name);
      return Files.readString(file, ISO_8859_1);
    } catch (IOException goneOrNotOurs) {
      return "";
    }
  }
}
