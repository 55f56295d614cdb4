package _01_processes.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// The program `strace`, which shows what a process asks of the system.
final class Strace {
  /// What begins a line of it: the calls that matter here, or one that goes on.
  private static final String CALLS =
      "(<|(clone|clone3|fork|vfork|wait4|waitid|write|exit_group)\\().*";

  /// An strace that may trace programs on this machine.
  static Optional<Path> find(Recorder record) throws IOException, InterruptedException {
    var strace = Executables.find("strace");
    if (strace.isPresent()) {
      var trial = new ProcessBuilder(strace.get().toString(), "-qq", "-e", "trace=none", "true");
      if (CompletedProcess.of(trial).code() == 0) {
        return strace;
      }
    }
    record.note("strace was skipped: it isn't on this machine, or it may not trace programs here.");
    return Optional.empty();
  }

  /// Puts strace before a program and its arguments.
  ///
  /// @param trace the file that will hold the calls of the program and all its children
  static List<String> before(List<String> program, Path strace, Path trace) {
    var command = new ArrayList<>(List.of(strace.toString(), "-f", "-o", trace.toString()));
    command.addAll(List.of("-e", "trace=process,write", "-e", "signal=none"));
    command.addAll(program);
    return command;
  }

  /// Records the calls that two processes made, from the fork on.
  ///
  /// @param parent a role and a process number, as is the child
  static void calls(Path trace, String parent, String child, Recorder record) throws IOException {
    var forked = false;
    for (var line : Files.readAllLines(trace)) {
      var words = line.split(" +", 2);
      var returned = words[1].replaceAll(".* = ", " ");
      forked |= parent.endsWith(" " + words[0]) && child.endsWith(returned);
      for (var who : List.of(parent, child)) {
        if (forked && who.endsWith(" " + words[0]) && words[1].matches(CALLS)) {
          record.said(WaitingParent.STRACE + who, words[1]);
        }
      }
    }
  }

  private Strace() {}
}
