package workbook.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import workbook.grade.Grader;
import workbook.tui.Console;

/// What a command of the [TestBook] answered.
public record CapturedConsole(int code, String out, String err) {
  public static CapturedConsole by(Path home, String... args) {
    return to("", home, args);
  }

  /// The answer where this graders grades.
  static CapturedConsole by(Grader.Factory graders, Path home, String... args) {
    return to("", graders, home, args);
  }

  /// The answer to somebody who types this input, and then no more.
  public static CapturedConsole to(String input, Path home, String... args) {
    return to(input, SampleVerdicts.NONE, home, args);
  }

  private static CapturedConsole to(
      String input, Grader.Factory graders, Path home, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var code = app(input, graders, home, out, err).run(args);
    return new CapturedConsole(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static App app(Path home, OutputStream out, OutputStream err) {
    return app("", SampleVerdicts.NONE, home, out, err);
  }

  private static App app(
      String input, Grader.Factory graders, Path home, OutputStream out, OutputStream err) {
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new App(TestBook.LESSONS, home, new Console(in, out, err, Map.of()), graders);
  }
}
