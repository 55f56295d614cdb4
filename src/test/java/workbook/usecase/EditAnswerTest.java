package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.grade.Submission;

/// The workbook's own editor writes the learner's file, and never over what it hasn't read.
@Tag("fast")
final class EditAnswerTest {
  private Path file;
  private EditAnswer answer;

  @BeforeEach
  void begin(@TempDir Path home) {
    file = home.resolve("lessons/_03_races/exercise/Tally.java");
    var tally =
        new Book(Contents.LESSONS)
            .exercises().stream().filter(one -> one.name().equals("races/tally")).findFirst();
    answer =
        new EditAnswer(new Submission(tally.orElseThrow().exercise(), "races/tally", file, true));
  }

  private void put(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void whatWasReadIsWrittenOver() throws Exception {
    put("class Tally {}");
    var read = answer.read();
    assertEquals("class Tally {}", read.text());
    var written = answer.write("class Tally { /* é */ }", read.version());
    assertEquals("class Tally { /* é */ }", Files.readString(file));
    assertEquals(answer.version(), written.orElseThrow());
    try (var files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList(), "no draft is left");
    }
  }

  @Test
  void whatWasNotReadIsKept() throws Exception {
    put("old");
    var read = answer.read();
    put("theirs");
    assertEquals(Optional.empty(), answer.write("mine", read.version()));
    assertEquals("theirs", Files.readString(file));
    Files.delete(file);
    assertEquals(Optional.empty(), answer.write("mine", read.version()));
    assertTrue(Files.notExists(file), "a file that vanished isn't made again unasked");
  }

  @Test
  void aFileThatIsGoneIsMadeAgainWhenAsked() throws Exception {
    assertEquals(new EditAnswer.Text("", EditAnswer.GONE), answer.read());
    assertTrue(answer.write("mine", EditAnswer.GONE).isPresent());
    assertEquals("mine", Files.readString(file));
    assertEquals(Optional.empty(), answer.write("again", EditAnswer.GONE));
  }

  @Test
  void whatIsNoTextFileIsLeftAlone() throws Exception {
    Files.createDirectories(file.getParent());
    Files.write(file, "// é".getBytes(StandardCharsets.ISO_8859_1));
    var encoding = assertThrows(CommandException.class, answer::read).getMessage();
    assertTrue(encoding.contains("isn't written in UTF-8"), encoding);
    Files.delete(file);
    var other = Files.writeString(file.resolveSibling("Other.java"), "other");
    Files.createSymbolicLink(file, other);
    var link = assertThrows(CommandException.class, answer::read).getMessage();
    assertTrue(link.endsWith("Edit it with your own editor."), link);
    assertThrows(CommandException.class, () -> answer.write("mine", EditAnswer.GONE));
    assertEquals("other", Files.readString(other));
    Files.delete(file);
    Files.createDirectory(file);
    assertThrows(CommandException.class, () -> answer.write("mine", EditAnswer.GONE));
  }
}
