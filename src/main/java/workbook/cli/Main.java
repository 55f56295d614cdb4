package workbook.cli;

import book.Contents;
import java.nio.file.Path;
import workbook.tui.Console;

/// The program a learner starts.
public final class Main {
  private Main() {}

  /// Does what the arguments say and ends the JVM with the exit code of [App#run].
  public static void main(String[] args) {
    var home = Path.of(System.getProperty("workbook.home", ""));
    var app = new App(Contents.LESSONS, home, Console.ofThisProcess());
    System.exit(app.run(args));
  }
}
