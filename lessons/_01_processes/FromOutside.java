package _01_processes;

import java.io.IOException;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// What other programs can see of a process. Each is shown when it is on this machine.
final class FromOutside {
  /// The row of this process in the system's list.
  static void ps(Recorder record) throws IOException, InterruptedException {
    var ps = Executables.find("ps");
    if (ps.isEmpty()) {
      record.note("ps was skipped: it is not on this machine.");
      return;
    }
    var pid = Long.toString(ProcessHandle.current().pid());
    var columns = "pid,ppid,stat,rss,vsz,time,comm";
    var seen =
        CompletedProcess.of(new ProcessBuilder(ps.get().toString(), "-o", columns, "-p", pid));
    seen.lines().forEach(line -> record.said("ps", line));
    if (seen.code() == 0) { // a small ps may not know these options
      record.claim(
          "ps lists this very process.",
          seen.lines().getLast().strip().startsWith(pid),
          "process " + pid);
    }
  }

  /// A small program seen by the calls it makes to the system: fork, write, wait, exit.
  static void strace(Recorder record) throws IOException, InterruptedException {
    var strace = Executables.find("strace");
    if (strace.isEmpty()) {
      record.note("strace was skipped: it is not on this machine.");
      return;
    }
    var program = "(echo hello) > /dev/null & wait";
    var seen =
        CompletedProcess.of(
            new ProcessBuilder(
                strace.get().toString(),
                "-fqq",
                "-esignal=none",
                "-etrace=process,write",
                "sh",
                "-c",
                program));
    seen.lines().forEach(line -> record.said("strace", line));
  }

  private FromOutside() {}
}
