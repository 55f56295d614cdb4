package _01_processes.lab;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// The program `ps`, which shows the system's list of processes.
final class Ps {
  private static final String NAME = "ps";
  private static final String COLUMNS = "pid,ppid,stat,time,rss,vsz,comm";

  /// Records the rows of these processes: number, parent, state, processor time, memory.
  static void list(Recorder record, long... pids) throws IOException, InterruptedException {
    var ps = Executables.find(NAME);
    if (ps.isEmpty()) {
      record.note("ps was skipped: it is not on this machine.");
      return;
    }
    var list = LongStream.of(pids).mapToObj(Long::toString).collect(Collectors.joining(","));
    var command = new ProcessBuilder(ps.get().toString(), "-o", COLUMNS, "-p", list);
    var seen = CompletedProcess.of(command);
    if (seen.code() == 0) {
      seen.lines().forEach(line -> record.said(NAME, line));
    } else {
      record.note("ps was skipped: the process had ended, or this ps doesn't know these columns.");
    }
  }

  /// Adds what ps has to say to a parent and a child, when it came before the child had ended.
  static Findings claim(Findings findings, List<ParentAndChild> pairs, Observations seen) {
    for (var pair : pairs) {
      var child = pair.childPid() + " ";
      var rows = Readings.said(seen, NAME).stream().map(String::strip);
      var row = rows.filter(one -> one.startsWith(child)).findFirst();
      if (row.isPresent()) {
        return findings.claim(
            "ps lists two processes, and one is the other's parent.",
            row.get().matches(child + "+" + pair.parentPid() + " .*"),
            pair.parent() + ", " + row.get());
      }
    }
    return findings;
  }

  private Ps() {}
}
