package _02_threads.lab;

import _02_threads.Endings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import workbook.Await;
import workbook.Recorder;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// Runs one of the [Endings] in a JVM of its own, and tells how it ended.
final class ChildEnding {
  static final String HANGS = "it does not end";

  private ChildEnding() {}

  /// @return the exit code and the last line printed
  static String of(String program, Recorder record) throws IOException, InterruptedException {
    var child = JavaProcess.builder(Endings.class, program).redirectErrorStream(true).start();
    try {
      if (!program.equals("daemon")) {
        child.getOutputStream().close(); // tells the worker to go on; the daemon is never told
      }
      if (!child.waitFor(Await.LIMIT)) { // the few lines it prints fit into the pipe unread
        return HANGS;
      }
      var last = "nothing";
      for (var line : child.inputReader(StandardCharsets.UTF_8).readAllLines()) {
        if (!line.startsWith("\t")) { // a frame of the stack trace
          record.said(program, line);
          last = '"' + line + '"';
        }
      }
      return "exit code %d after %s".formatted(child.exitValue(), last);
    } finally {
      CompletedProcess.end(child);
    }
  }
}
