package workbook.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

@Tag("fast")
class InvocationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"plain/name.java", "a b", "don't", "a\"b", "$HOME", "~", "*", "a\\b", "-"})
  void aShellReadsAQuotedWordAsItIs(String word) throws Exception {
    assumeTrue(Executables.find("sh").isPresent(), "skipped: this machine has no sh");
    assertEquals(
        word,
        CompletedProcess.of(new ProcessBuilder("sh", "-c", "printf %s " + Invocation.quoted(word)))
            .lines()
            .getFirst());
  }

  @Test
  void aWordIsQuotedOnlyWhereItMustBe() {
    assertEquals("target/workbook", Invocation.quoted("target/workbook"));
    assertEquals("--file=a.java", "--file=" + Invocation.quoted("a.java"));
  }

  @Test
  void textsNameTheProgramAsThePersonDoes() {
    assertEquals(
        "Type `workbook list`, not target/workbook.aot.",
        Invocation.inText("Type `target/workbook list`, not target/workbook.aot."));
  }

  @Test
  void aFileBelowIsNamedFromHere() {
    assertEquals("lessons" + File.separator + "x.md", DisplayPath.of(Path.of("lessons", "x.md")));
  }
}
