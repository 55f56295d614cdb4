package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class OpenInEditorTest {
  private static final Path FILE = Path.of("Tally.java");

  private static Optional<List<String>> command(Map<String, String> environment, int line) {
    return OpenInEditor.command(environment, _ -> true, FILE, line);
  }

  @ParameterizedTest
  @CsvSource({
    "vim, vim +7 Tally.java",
    "/usr/bin/nano, /usr/bin/nano +7 Tally.java",
    "code --wait, code --wait --goto Tally.java:7",
    "idea, idea --line 7 Tally.java",
    "hx, hx Tally.java:7",
    "ed, ed Tally.java"
  })
  void eachEditorIsToldTheLineInItsWay(String editor, String expected) {
    assertEquals(Optional.of(List.of(expected.split(" "))), command(Map.of("EDITOR", editor), 7));
  }

  @Test
  void visualComesBeforeEditorAndBothBeforeTheTerminals() {
    var all = Map.of("VISUAL", "hx", "EDITOR", "vim", "TERM_PROGRAM", "vscode");
    assertEquals(Optional.of(List.of("hx", "Tally.java")), command(all, 0));
    assertEquals(
        Optional.of(List.of("code", "--goto", "Tally.java:3")),
        command(Map.of("TERM_PROGRAM", "vscode", "EDITOR", " "), 3));
    assertEquals(
        Optional.of(List.of("idea", "--line", "3", "Tally.java")),
        command(Map.of("TERMINAL_EMULATOR", "JetBrains-JediTerm"), 3));
  }

  @Test
  void whereNobodyKnowsAnEditorNoneIsGuessed() {
    assertEquals(Optional.empty(), command(Map.of(), 3));
    assertEquals(
        Optional.empty(),
        OpenInEditor.command(Map.of("TERM_PROGRAM", "vscode"), _ -> false, FILE, 3));
  }
}
