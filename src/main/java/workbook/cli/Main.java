package workbook.cli;

import book.Contents;
import java.nio.file.Path;
import workbook.tui.Console;
import workbook.usecase.ExerciseFiles;
import workbook.usecase.ExitCode;

/// The program a learner starts.
public final class Main {
  private Main() {}

  /// Does what the arguments say and ends the JVM with the exit code of [App#run].
  public static void main(String[] args) {
    var home = Path.of(System.getProperty("workbook.home", ""));
    var app = new App(Contents.LESSONS, home, Console.ofThisProcess());
    for (var lesson : Contents.LESSONS) {
      lesson.exercises().forEach(one -> new ExerciseFiles(home, one).startQuietly());
    }
    var code = app.run(args);
    if (code != ExitCode.DONE || someoneElseRuns()) {
      System.exit(code);
    }
    // Else to return ends the JVM as well, and sooner: exit first looks for a logger to tell.
  }

  /// Whether there is a thread that would keep the JVM from ending.
  private static boolean someoneElseRuns() {
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread != Thread.currentThread() && !thread.isDaemon()) {
        return true;
      }
    }
    return false;
  }
}
