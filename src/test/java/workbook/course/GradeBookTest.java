package workbook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The grade book is what a spreadsheet reads as text, whatever a student is called.
@Tag("fast")
class GradeBookTest {
  private static String line(String id, String name, Mark mark) {
    var task =
        new ClassWork.Task(new Student(id, name), "Tally", Optional.empty(), false, 0, "why");
    var csv = GradeBook.csv(List.of(new GradeBook.Line(task, "races/tally", mark)));
    return csv.substring(csv.indexOf("\r\n") + 2).replace("\r\n", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Lee             | Ann Lee
          Lee, Ann            | "Lee, Ann"
          Bo "the" Bee        | "Bo ""the"" Bee"
          Jürgen 日本           | Jürgen 日本
          =1+1                | '=1+1
          +1                  | '+1
          -2+3                | '-2+3
          @SUM(A1)            | '@SUM(A1)
          =HYPERLINK("x","y") | "'=HYPERLINK(""x"",""y"")"
          """)
  void aNameIsNeverAFormula(String name, String cell) {
    assertEquals(
        "7," + cell + ",races/tally,4,10,failed,,0,,00ff,why",
        line("7", name, new Mark("failed", 4, 10, "00ff", "why")));
  }

  @Test
  void whatWasNotJudgedHasNoMark() {
    assertEquals(
        "7,Ann,races/tally,,10,not judged,,0,,00ff,too long",
        line("7", "Ann", new Mark(Mark.NOT_JUDGED, 8, 10, "00ff", "too long")));
  }
}
