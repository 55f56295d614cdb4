package _01_processes.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Await;
import workbook.Recorder;
import workbook.process.CompletedProcess;

/// Two processes that talk on one output: each line is `who PID: what`.
final class Talkers {
  /// A line that came out of the pipe the two share. Who said it is a role and a process number.
  record Said(String who, String what, long at) {
    long pid() {
      return Long.parseLong(who.split(" ")[1]);
    }

    boolean isBy(String role) {
      return who.startsWith(role);
    }

    /// What its speaker does after this line.
    private String state() {
      return switch (what) {
        case "waits" -> "waits for the child";
        case "starts a child", "forks" -> what;
        default -> "sleeps";
      };
    }
  }

  /// What to do when a line has come.
  interface Listener {
    void heard(Said now, List<Said> all) throws IOException, InterruptedException;
  }

  /// Starts a program, records its lines and what its processes do between them, and blocks until
  /// it has ended. Neither it nor its child is left behind.
  static List<Said> hear(ProcessBuilder program, Recorder record, Listener listener)
      throws Exception {
    var parent = program.redirectErrorStream(true).start();
    try {
      var lines = new FutureTask<>(() -> listen(parent, record, listener));
      Thread.startVirtualThread(lines);
      return lines.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } finally {
      CompletedProcess.end(parent);
    }
  }

  private static List<Said> listen(Process parent, Recorder record, Listener listener)
      throws IOException, InterruptedException {
    var all = new ArrayList<Said>();
    var last = new HashMap<String, Said>();
    var output = parent.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (!line.matches("\\w+ \\d+: .+")) {
        record.note("One of them failed: " + line);
        continue;
      }
      var words = line.split(": ", 2);
      var now = new Said(words[0], words[1], record.now());
      record.said(now.who, now.what);
      all.add(now);
      var before = last.put(now.who, now);
      if (before != null) {
        record.span(now.who, before.state(), before.at, now.at);
      } else if (all.size() > 1) { // the child's first word
        record.span(now.who, "starts up", all.getFirst().at, now.at);
      }
      listener.heard(now, all);
    }
    return all;
  }

  private Talkers() {}
}
