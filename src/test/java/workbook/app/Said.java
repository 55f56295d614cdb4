package workbook.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command of the [TestBook] answered.
record Said(int code, String out, String err) {
  static Said by(Path home, String... args) {
    return to("", home, args);
  }

  /// The answer where this court grades.
  static Said by(Judge.Court court, Path home, String... args) {
    return to("", court, home, args);
  }

  /// The answer to somebody who types this input, and then no more.
  static Said to(String input, Path home, String... args) {
    return to(input, Verdicts.NONE, home, args);
  }

  private static Said to(String input, Judge.Court court, Path home, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var code = app(input, court, home, out, err).run(args);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static App app(Path home, OutputStream out, OutputStream err) {
    return app("", Verdicts.NONE, home, out, err);
  }

  private static App app(
      String input, Judge.Court court, Path home, OutputStream out, OutputStream err) {
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new App(TestBook.LESSONS, home, new Console(in, out, err, Map.of()), court);
  }
}
