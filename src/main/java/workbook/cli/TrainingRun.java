package workbook.cli;

import book.Contents;
import java.nio.file.Path;
import java.util.List;
import workbook.tui.Console;
import workbook.usecase.ExitCode;

/// What a learner does most, one command after the other, in a JVM that notes which classes it
/// needs. See [CacheBuild].
final class TrainingRun {
  private TrainingRun() {}

  /// Ends as [Main] does.
  ///
  /// @param args the folder whose progress it may change, and an exercise that fails there
  public static void main(String[] args) {
    var home = Path.of(args[0]);
    expect(ExitCode.DONE, home, "list");
    expect(ExitCode.DONE, home, "show", "races");
    expect(ExitCode.FAILED, home, "explore", "races/lost-update");
    expect(ExitCode.DONE, home, "run", "races/two-increments");
    expect(ExitCode.FAILED, home, "check", args[1]);
    System.setProperty("workbook.home", home.toString());
    Main.main(new String[] {"list"}); // once more, now that there is progress to show
  }

  private static void expect(int code, Path home, String... words) {
    var ended = new App(Contents.LESSONS, home, Console.ofThisProcess()).run(words);
    if (ended != code) {
      throw new IllegalStateException(
          "workbook " + String.join(" ", List.of(words)) + " ended with " + ended);
    }
  }
}
