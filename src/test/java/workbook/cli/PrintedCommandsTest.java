package workbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.usecase.ExitCode;

/// Every command that the workbook prints can be pasted into the shell in which it was printed.
@Tag("slow")
class PrintedCommandsTest {
  /// What prints commands.
  private static final List<String> TALKATIVE =
      List.of(
          "exercise",
          "exercise start tally",
          "exercise solution tally",
          "exercise tally",
          "explore races/lost-update",
          "check tally --file=\"an answer/Tally.java\"",
          "check tally --file=missing.java",
          "show processes",
          "notebook 3",
          "notebook paly",
          "nope",
          "show nope",
          "hint --help",
          "notebook --help");

  /// Those that print what is called in every way: elsewhere than in [#PLAIN] they are enough.
  private static final List<String> ELSEWHERE =
      List.of(
          "exercise start tally",
          "explore races/lost-update",
          "check tally --file=\"an answer/Tally.java\"",
          "nope");

  /// Some of what they print.
  private static final List<String> KNOWN =
      List.of("check tally", "hint tally", "play races/lost-update", "list");

  private static final List<String> KNOWN_ELSEWHERE =
      List.of("check tally", "play races/lost-update");

  /// A command between the word that starts the workbook and what cannot belong to it.
  private static final String WORDS = "((?: (?!lists|shows|makes)[\\w./=+'\"-]+)+)";

  /// The place where every command is pasted; elsewhere one of each kind is enough.
  private static final String PLAIN = "place";

  /// Runs all notebooks or another experiment, as other tests do, or never ends.
  private static final String TOO_LONG =
      ".* (notebook (check|export .*)|run processes/(?!9\\b)[\\w-]+|watch [\\w-]+|open.*)";

  @TempDir Path folder;

  @BeforeEach
  void layTheAnswer() throws Exception {
    var answer = MovedBook.answer(Files.createDirectory(folder.resolve("an answer")).resolve("T"));
    var broken = Files.readString(answer).replace("synchronized ", "");
    Files.writeString(answer.resolveSibling("Tally.java"), broken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "place    | LC_ALL=C       | place/target/workbook",
        "the book | LC_ALL=C.UTF-8 | 'the book/target/workbook'",
        "日本 Ж    | LC_ALL=C       | '日本 Ж/target/workbook'",
        "don't    | LC_ALL=C.UTF-8 | $PWD/don\\'t/target/workbook",
        "pläce    | LC_ALL=        | PATH=$PWD/pläce/target:$PATH workbook",
      })
  void whatIsPrintedCanBePasted(String name, String locale, String launcher) throws Exception {
    try (var _ = MovedBook.to(folder, name)) {
      var prefix = launcher.startsWith("PATH") ? launcher.replace(" workbook", "; ") : "";
      var printed = new LinkedHashSet<String>();
      for (var words : name.equals(PLAIN) ? TALKATIVE : ELSEWHERE) {
        var ended = MovedBook.shell(folder, locale, launcher + " " + words);
        printed.addAll(commands(ended.out() + ended.err()));
      }
      for (var known : name.equals(PLAIN) ? KNOWN : KNOWN_ELSEWHERE) {
        assertTrue(
            printed.stream().anyMatch(command -> command.endsWith(" " + known)),
            known + " in " + printed);
      }
      printed.removeIf(command -> command.matches(TOO_LONG));
      if (!name.equals(PLAIN)) {
        // How a command is called differs from place to place; what follows does not.
        var met = new HashSet<String>();
        printed.removeIf(
            command -> !met.add(command.replaceFirst(".*workbook\\S* (\\S+).*", "$1")));
      }
      for (var command : printed) {
        var ended = MovedBook.shell(folder, locale, prefix + command);
        assertTrue(
            Set.of(ExitCode.DONE, ExitCode.FAILED).contains(ended.code()),
            command + "\n" + ended.err() + ended.out());
      }
    }
  }

  /// The commands in a text, but those that need something filled in.
  private static List<String> commands(String text) {
    var commands = new ArrayList<String>();
    var program =
        "(?<=[:.`] {0,9}|^ {0,2})([^\\s`]*workbook|'[^\\n]*workbook'|\"[^\\n]*workbook'\\)\")";
    var found = Pattern.compile("(?m)" + program + WORDS).matcher(text);
    while (found.find()) {
      var command = found.group().replaceFirst("[.:]$", "");
      if (!command.matches(".* [A-Z\\[]+.*")) {
        commands.add(command);
      }
    }
    return commands;
  }

  @Test
  void theLauncherCanBeHandedToAShell() throws Exception {
    try (var book = MovedBook.to(folder, "book")) {
      assertTrue(book.launcher().toFile().setExecutable(false, false));
      var target = book.launcher().getParent();
      var said = MovedBook.shell(target, "LC_ALL=C", "sh workbook nope").err();
      assertEquals("There is no command 'nope'. sh ./workbook help lists them.\n", said);
    }
  }

  @Test
  void aFileToEditIsNamedFromWhereThePersonStands() throws Exception {
    try (var book = MovedBook.to(folder, "book")) {
      var start = "exercise start tally";
      var above = MovedBook.shell(folder, "LC_ALL=C", "book/target/workbook " + start).out();
      assertTrue(above.contains(" book/lessons/_03_races/exercise/Tally.java\n"), above);
      var inside = MovedBook.shell(book.home(), "LC_ALL=C", "target/workbook " + start).out();
      assertTrue(inside.contains(" lessons/_03_races/exercise/Tally.java\n"), inside);
      assertFalse(inside.contains(folder.toString()), inside);
    }
  }
}
