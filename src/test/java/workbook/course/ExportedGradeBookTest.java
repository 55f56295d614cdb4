package workbook.course;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A course server's grade book gets points in one column, and is otherwise the file it was.
@Tag("fast")
class ExportedGradeBookTest {
  private static final String CANVAS =
      """
      \ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Homework 3 (4711),Quiz (4712),Final Score
          Points Possible,,,,,10,5,(read only)
      "Lee, Ann",101,u1,ann,"A, morning",,4,80.50
      "O'Bo ""Bo"", Bo",102,u2,bo,B,3.5,,
      "=HYPERLINK(""x"")",103,u3,cy,B,"",5, 7
      "Müller, Zoë",104,u4,zoe,B,9,1,

      "Student, Test",,,,,,,
      """
          .replace("\n", "\r\n");

  @TempDir Path folder;

  private ExportedGradeBook read(String text) throws IOException {
    return ExportedGradeBook.read(Files.writeString(folder.resolve("exported.csv"), text));
  }

  private static GradeBook.Line line(String id, String name, String exercise, Mark mark) {
    var file =
        mark.verdict().equals(Mark.MISSING)
            ? Optional.<HandedInFile>empty()
            : Optional.of(new HandedInFile("x/Tally.java", new byte[0], Instant.EPOCH));
    return new GradeBook.Line(
        new ClassWork.Task(new Student(id, name), "Tally", file, false, 0, ""), exercise, mark);
  }

  private static GradeBook.Line line(String id, int points) {
    return line(id, id, "races/tally", new Mark("failed", points, 10, "00ff", ""));
  }

  private static GradeBook.Line missing(String id) {
    return line(id, id, "races/tally", new Mark(Mark.MISSING, 0, 10, "", ""));
  }

  private static ExportedGradeBook.Filled filled(
      ExportedGradeBook book, String column, GradeBook.Line... lines) throws IOException {
    return book.fill(Arrays.asList(lines), List.of(book.column(column, Optional.empty())));
  }

  @Test
  void onlyTheCellsOfTheGradedChange() throws IOException {
    var filled =
        filled(
            read(CANVAS),
            "Homework 3",
            line("101", 7),
            line("bo", 0),
            line("u3", 10),
            missing("104"));
    assertEquals(
        CANVAS
            .replace("\"A, morning\",,4", "\"A, morning\",7,4")
            .replace(",bo,B,3.5,", ",bo,B,0,")
            .replace(",cy,B,\"\",5", ",cy,B,\"10\",5"),
        filled.text());
    assertEquals(
        List.of(
            "Left as it was in column 'Homework 3 (4711)', because nothing to grade was handed in:"
                + " 104."),
        filled.notes());
  }

  @Test
  void whatNobodyGotIsTheSameFile() throws IOException {
    read(CANVAS);
    var filled = filled(read(CANVAS), "Quiz");
    var bytes = Files.readAllBytes(folder.resolve("exported.csv"));
    assertArrayEquals(bytes, filled.text().getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First name;Last name;ID number;Email address;\"Assignment: Tally (Real)\"\n"
            + "Ann;Lee;7;ann@a.edu;-\nBo;\"Be;e\";8;bo@a.edu;[]",
        "\"First name\"\t\"Surname\"\t\"Email address\"\t\"Assignment: Tally (Real)\"\r\n"
            + "\"Ann\"\t\"Lee\"\t\"ann@a.edu\"\t-\r\n\"Bo\"\t\"Be;e\"\t\"bo@a.edu\"\t[]\r\n",
        "Identifier,Full name,Email address,Status,Assignment: Tally,Maximum Grade\r"
            + "Participant 77,Ann Lee,ann@a.edu,Submitted,-,10\r"
            + "Participant 78,Bo Be,bo@a.edu,Submitted,[],10\r"
      })
  void moodleWritesItsFilesInSeveralWays(String text) throws IOException {
    var filled =
        filled(
            read(text.replace("[]", "")),
            "assignment",
            line("77", "Ann Lee", "races/tally", new Mark("passed", 10, 10, "00ff", "")),
            line("bo", 4));
    assertEquals(text.replaceFirst("-(?=[\\r\\n,])", "10").replace("[]", "4"), filled.text());
    assertEquals(List.of(), filled.notes());
  }

  @Test
  void aRowThatIsTooShortGetsItsCell() throws IOException {
    var filled = filled(read("id,name,a,b\n1,Ann\n2,Bo,,\n"), "b", line("1", 3), line("2", 4));
    assertEquals("id,name,a,b\n1,Ann,,3\n2,Bo,,4\n", filled.text());
  }

  @Test
  void whoHasNoRowAndWhoCannotBeToldApartIsNamed() throws IOException {
    var book = read("id,name,hw\n1,Ann\n2,Bo\n3,Bo\n");
    var filled =
        filled(book, "hw", line("1", 1), line("Ann", 2), line("Bo", 3), line("eve\u001b[2J", 9));
    assertEquals("id,name,hw\n1,Ann\n2,Bo\n3,Bo\n", filled.text());
    assertEquals(
        List.of(
            "No row of %s is certainly theirs: Bo; eve?[2J.".formatted(book.file()),
            "Left as it was, because several students fit one row: 1; Ann."),
        filled.notes());
  }

  @Test
  void aColumnGetsTheSumOrTheExerciseThatItIsSaidToHave() throws IOException {
    var book = read("id,name,sum,bank\n1,Ann,,\n2,Bo,,\n");
    var mark = new Mark("failed", 3, 10, "00ff", "");
    var lines =
        List.of(
            line("1", 4),
            line("1", "1", "locks/bank", mark),
            line("2", 4),
            line("2", "2", "locks/bank", new Mark(Mark.NOT_JUDGED, 3, 10, "00ff", "")));
    var columns =
        List.of(
            book.column("bank", Optional.of("locks/bank")), book.column("sum", Optional.empty()));
    var filled = book.fill(lines, columns);
    assertEquals("id,name,sum,bank\n1,Ann,7,3\n2,Bo,,\n", filled.text());
    assertEquals(
        List.of(
            "Left as it was in column 'bank', because an answer could not be judged; look at it"
                + " yourself: 2.",
            "Left as it was in column 'sum', because an answer could not be judged; look at it"
                + " yourself: 2."),
        filled.notes());
  }

  @Test
  void aColumnThatIsWorthMoreIsNotScaled() throws IOException {
    var filled = filled(read(CANVAS), "Quiz", line("101", 7));
    assertEquals(
        List.of(
            "Column 'Quiz (4712)' is worth 5 points, but an answer gets at most 10; its points were"
                + " not scaled."),
        filled.notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Homework 4  | has no column 'Homework 4'. Name one of these: Section; Homework 3 (4711); Quiz
          (47         | more than one column '(47'. Name one of these: Homework 3 (4711); Quiz (4712).
          Final Score | Canvas says that it is read only.
          Student     | it says who a student is.
          ` `         | Name one of these: Section; Homework 3 (4711); Quiz (4712)
          """)
  void aColumnThatCannotBeFilledIsRefused(String column, String says) throws IOException {
    var book = read(CANVAS);
    var refused = assertThrows(IOException.class, () -> book.column(column, Optional.empty()));
    assertTrue(refused.getMessage().contains(says), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id,name\n1,\"Ann", "points,grade\n1,2\n", ""})
  void whatIsNoGradeBookIsRefusedInASentence(String text) {
    var refused = assertThrows(IOException.class, () -> read(text));
    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    var file = Files.write(folder.resolve("x.csv"), "id;name\n1;Ö\n".getBytes(UTF_16LE));
    var refused = assertThrows(IOException.class, () -> ExportedGradeBook.read(file));
    assertTrue(refused.getMessage().contains(" isn't in UTF-8. "), refused.getMessage());
  }
}
