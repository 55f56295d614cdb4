package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.usecase.ExitCode;

/// The book in a folder whose name is not plain ASCII, or has a space, whatever the locale says.
@Tag("slow")
class FolderNamesTest {
  private static final String LAUNCHER = "'pläce Ж 日本/target/workbook' ";

  @TempDir Path folder;

  /// Under `no_SUCH.UTF-8`, which no system has, Java falls back to ASCII, too.
  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=", "LC_ALL=no_SUCH.UTF-8", "LC_ALL=C.UTF-8"})
  void experimentsRunAndAnswersAreGraded(String locale) throws Exception {
    try (var book = MovedBook.to(folder, "pläce Ж 日本")) {
      MovedBook.answer(folder.resolve("Tally.java"));
      assertDone(locale, "run processes/anatomy --chart=none");
      assertDone(locale, "check tally --file=Tally.java");
      assertDone(locale, "progress");
      assertTrue(Files.exists(book.home().resolve(".workbook/progress")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL=C", "LC_ALL=no_SUCH.UTF-8"})
  void whatIsPrintedIsWhatTheLocaleCanShow(String locale) throws Exception {
    try (var _ = MovedBook.to(folder, "pläce Ж 日本")) {
      var out = MovedBook.shell(folder, locale, LAUNCHER + "explore races/lost-update").out();
      var ascii = out.chars().allMatch(letter -> letter < 128);
      assertEquals(locale.equals("LC_ALL=C"), ascii, out);
    }
  }

  private void assertDone(String locale, String words) throws Exception {
    var ended = MovedBook.shell(folder, locale, LAUNCHER + words);
    assertEquals(ExitCode.DONE, ended.code(), ended.err() + ended.out());
  }
}
