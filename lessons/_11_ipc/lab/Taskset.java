package _11_ipc.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.process.Executables;

/// The program `taskset` of Linux (taskset(1)): it starts another one that may use only some cores.
final class Taskset {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private Taskset() {}

  /// Restricts a program and all that it will start to one core.
  ///
  /// @return empty where that can't be done
  static Optional<ProcessBuilder> onOneCore(ProcessBuilder program) throws IOException {
    var core = firstCore();
    var taskset = Executables.find("taskset");
    if (core.isEmpty() || taskset.isEmpty()) {
      return Optional.empty();
    }
    var command = new ArrayList<>(List.of(taskset.get().toString(), "-c", core.get()));
    command.addAll(program.command());
    return Optional.of(new ProcessBuilder(command));
  }

  /// The first that this process may use; proc_pid_status(5) has the form of the list.
  private static Optional<String> firstCore() throws IOException {
    if (!Files.exists(STATUS)) {
      return Optional.empty();
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(ALLOWED))
        .map(line -> line.substring(ALLOWED.length()).strip().split("[-,]")[0])
        .findFirst();
  }
}
