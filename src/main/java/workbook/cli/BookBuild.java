package workbook.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import workbook.Sentences;
import workbook.author.BookBuilder;
import workbook.io.Invocation;
import workbook.io.IoErrors;
import workbook.tui.Console;
import workbook.usecase.ExitCode;

/// Builds another book, for the launcher: `target/workbook --book=DIR`.
final class BookBuild {
  private static final int MOST_FAULTS = 10;

  private BookBuild() {}

  /// Ends the JVM with an exit code; see [ExitCode].
  ///
  /// @param args the folder of the book
  public static void main(String[] args) {
    System.exit(build(args[0], Console.ofThisProcess()));
  }

  /// Builds it if it has changed.
  ///
  /// @return an exit code; not 0 when the book cannot be opened, which was said then
  static int build(String folder, Console console) {
    try {
      var builder = new BookBuilder(Path.of(folder).toAbsolutePath().normalize());
      if (!builder.exists()) {
        console.complain(
            "%s is no book: it has no lessons/book/Contents.java. Begin one: %s"
                .formatted(folder, Invocation.of("new book " + Invocation.quoted(folder))));
        return ExitCode.USAGE;
      }
      var faults = builder.build();
      faults.stream().limit(MOST_FAULTS).forEach(console::complain);
      return faults.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
    } catch (InvalidPathException odd) {
      console.complain("'%s' is not a valid file name.".formatted(folder));
      return ExitCode.USAGE;
    } catch (IOException failure) {
      console.complain(Sentences.end("The book could not be built: " + IoErrors.of(failure)));
      return ExitCode.ENVIRONMENT;
    }
  }
}
