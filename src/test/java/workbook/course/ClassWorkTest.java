package workbook.course;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
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

/// Whose is what, which of several files counts, and what is late.
@Tag("fast")
class ClassWorkTest {
  private static final Instant DUE = Instant.parse("2026-11-30T23:00:00Z");

  @TempDir Path folder;

  private static HandedInFile file(String path, Instant changed) {
    return new HandedInFile(path, "x".getBytes(UTF_8), changed);
  }

  private static HandedIn handedIn(String... paths) {
    return new HandedIn(
        Arrays.stream(paths).map(path -> file(path, Instant.EPOCH)).toList(), List.of(), "");
  }

  private Optional<Roster> roster(String text) throws IOException {
    return Optional.of(Roster.read(Files.writeString(folder.resolve("roster.csv"), text)));
  }

  private static List<String> found(ClassWork work) {
    return work.tasks().stream()
        .map(
            task ->
                "%s: %s%s"
                    .formatted(
                        task.student().id(),
                        task.file().map(HandedInFile::path).orElse(task.why()),
                        task.late() ? ", late" : ""))
        .toList();
  }

  private static ClassWork work(HandedIn handedIn) {
    return ClassWork.of(handedIn, List.of("Tally"), Optional.empty(), Optional.of(DUE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ann/Tally.java                                           | ann   | ann
          ann/homework/src/Tally.java                              | ann   | ann
          ann.zip/Tally.java                                       | ann   | ann
          Jürgen Ö.tar.gz/Tally.java                               | Jürgen Ö | Jürgen Ö
          leeann_12345_678_Tally.java                              | 12345 | leeann
          leeann_12345_678_Tally-2.java                            | 12345 | leeann
          leeann_12345_678_work.zip/src/Tally.java                 | 12345 | leeann
          Ann Lee_987_assignsubmission_file_/Tally.java            | 987   | Ann Lee
          Ann Lee_987_assignsubmission_file_Tally.java             | 987   | Ann Lee
          Ann Lee_987_assignsubmission_file_/work.zip/Tally.java   | 987   | Ann Lee
          """)
  void aNameTellsWhoseAFileIs(String path, String id, String name) {
    var task = work(handedIn(path)).tasks().getFirst();
    assertEquals(new Student(id, name), task.student());
    assertEquals(path, task.file().orElseThrow().path());
  }

  @Test
  void gradescopeTellsWhoseAFileIs() {
    var metadata =
        """
        submission_98:
          :submitters:
          - :name: "Ann Lee"
            :sid: '0042'
            :email: ann@example.org
          :created_at: 2026-11-01 12:00:00.0 Z
        submission_99:
          :submitters:
          - :name: Bob
            :sid:
            :email: bob@example.org
        """;
    var files =
        List.of(
            file("assignment_7_export/submission_98/Tally.java", Instant.EPOCH),
            file("submission_99/Tally.java", Instant.EPOCH));
    var work = work(new HandedIn(files, List.of(), metadata));
    assertEquals(
        List.of(new Student("0042", "Ann Lee"), new Student("bob@example.org", "Bob")),
        work.tasks().stream().map(ClassWork.Task::student).toList());
  }

  @Test
  void theLastOfSeveralCounts() {
    var work =
        work(
            new HandedIn(
                List.of(
                    file("ann/Tally.java", DUE.minusSeconds(9)),
                    file("ann/again/Tally.java", DUE.plusSeconds(9)),
                    file("bob_1_2_Tally.java", DUE),
                    file("bob_1_3_Tally-10.java", DUE),
                    file("bob_1_4_Tally-9.java", DUE),
                    file("eve_LATE_5_6_Tally.java", DUE)),
                List.of(),
                ""));
    assertEquals(
        List.of(
            "ann: ann/again/Tally.java, late",
            "1: bob_1_3_Tally-10.java",
            "5: eve_LATE_5_6_Tally.java, late"),
        found(work));
    assertEquals(List.of(1, 2, 0), work.tasks().stream().map(ClassWork.Task::earlier).toList());
  }

  @Test
  void aRosterHasALineForEveryoneAndForNobodyElse() throws IOException {
    var list =
        roster(
            "\ufeffid,Name,Email\r\n"
                + "7,\"Lee, Ann\",ann@example.org\r\n"
                + "8,\"O'Neil, \"\"Bo\"\"\",bo@example.org\r\n"
                + "9,Ümit,\r\n");
    var work =
        ClassWork.of(
            handedIn("leeann_55_1_Tally.java", "bo/Tally.java", "mallory/Tally.java", "Tally.java"),
            List.of("Tally"),
            list,
            Optional.empty());
    assertEquals(
        List.of("7: leeann_55_1_Tally.java", "8: bo/Tally.java", "9: No Java file was handed in."),
        found(work));
    assertEquals(
        List.of(
            "Tally.java is in no student's folder; it was left out.",
            "mallory isn't in the roster; these files were left out."),
        work.notes());
  }

  @Test
  void anIdentifierCountsMoreThanAName() throws IOException {
    var list = roster("id,name,email\nlee,Ann Bo,ann@a.edu\n2,Lee,lee@a.edu\n3,Ann,x@b.edu\n");
    var work =
        ClassWork.of(
            handedIn("lee/Tally.java", "ann/Tally.java", "3/Tally.java"),
            List.of("Tally"),
            list,
            Optional.empty());
    assertEquals(
        List.of("3: 3/Tally.java", "lee: lee/Tally.java", "2: No Java file was handed in."),
        found(work));
  }

  @Test
  void twoOfTheSameNameAreToldApartByTheirNumbersOnly() throws IOException {
    var list = roster("id,name\n1,Ann Lee\n2,Ann Lee\n");
    var work =
        ClassWork.of(
            handedIn("Ann Lee/Tally.java", "2/Tally.java"),
            List.of("Tally"),
            list,
            Optional.empty());
    assertEquals(List.of("1: No Java file was handed in.", "2: 2/Tally.java"), found(work));
    assertEquals(
        List.of("Ann Lee fits more than one student in the roster; these files were left out."),
        work.notes());
  }

  @Test
  void aRosterMayHaveSemicolonsButMustBeUtf8() throws IOException {
    var list = roster("id;name\r\n7;\"Müller, Ann\"\r\n");
    assertEquals(List.of(new Student("7", "Müller, Ann")), list.orElseThrow().students());
    var file = folder.resolve("old.csv");
    Files.write(file, "id,name\n7,Müller\n".getBytes(ISO_8859_1));
    var wrong = assertThrows(IOException.class, () -> Roster.read(file));
    assertEquals(
        file + " isn't in UTF-8. In a spreadsheet, save it as \"CSV UTF-8\".", wrong.getMessage());
  }

  @Test
  void gradeBooksOfCanvasAndMoodleAreRosters() throws IOException {
    var canvas =
        roster(
            """
            Student,ID,SIS User ID,SIS Login ID,Section,Tally (77)
                Points Possible,,,,,10
            "Lee, Ann",55,s0042,alee,Monday,
            "Student, Test",99,,t,Monday,
            """);
    assertEquals(List.of(new Student("55", "Lee, Ann")), canvas.orElseThrow().students());
    var byLogin = canvas.orElseThrow().find(new Student("alee", "alee"));
    assertEquals("55", byLogin.orElseThrow().id());
    var moodle =
        roster("First name,Surname,ID number,Email address\nAnn,Lee,s0042,ann@example.org\n");
    assertEquals(List.of(new Student("s0042", "Ann Lee")), moodle.orElseThrow().students());
    var byName = moodle.orElseThrow().find(new Student("987", "Ann Lee"));
    assertEquals("s0042", byName.orElseThrow().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id,mark;1,2                   | has no column called name
          id,name;1,Ann;1,Ann           | has 1 twice. Leave one of the two lines out.
          id,name;1,Ann;1,Bob           | has 1 twice. Leave one of the two lines out.
          ''                            | has no column called name
          id,name;1,"Ann                | is no CSV file: a quotation mark is not closed.
          """,
      quoteCharacter = '\'')
  void whatIsNoRosterIsToldInASentence(String text, String says) {
    var wrong = assertThrows(IOException.class, () -> roster(text.replace(';', '\n')));
    assertTrue(wrong.getMessage().contains(says), wrong.getMessage());
    assertThrows(IOException.class, () -> Roster.read(folder.resolve("none.csv")));
  }

  @Test
  void anAnswerToSomethingElseAndAnArchiveThatIsBrokenAreNamed() {
    var handedIn =
        new HandedIn(
            List.of(file("ann/Bank.java", DUE)),
            List.of(new UnreadableFile("bob.zip", "is damaged")),
            "");
    assertEquals(
        List.of("ann: There is no Tally.java, only Bank.java.", "bob: bob.zip is damaged."),
        found(work(handedIn)));
  }
}
